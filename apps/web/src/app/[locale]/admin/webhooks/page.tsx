import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WebhooksPage } from '#features/admin-webhooks/webhooks-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminWebhooks');
  return { title: t('title') };
}

export default function AdminWebhooks() {
  return <WebhooksPage />;
}
