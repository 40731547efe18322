import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '#components/ui/back-link.tsx';
import { readDeliverySearch } from '#features/admin-webhooks/delivery-search.ts';
import { WebhookPage } from '#features/admin-webhooks/webhook-page.tsx';
import type { RawSearch } from '#lib/navigation/search.ts';

interface AdminWebhookProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<RawSearch>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminWebhooks');
  return { title: t('one') };
}

export default async function AdminWebhook({ params, searchParams }: AdminWebhookProps) {
  const [t, { id }, search] = await Promise.all([getTranslations('adminWebhooks'), params, searchParams]);
  return (
    <>
      <BackLink href="/admin/webhooks">{t('title')}</BackLink>
      <WebhookPage webhookId={id} search={readDeliverySearch(search)} />
    </>
  );
}
