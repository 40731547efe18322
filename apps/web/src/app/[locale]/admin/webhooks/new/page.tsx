import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '#components/ui/back-link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { NewWebhook } from '#features/admin-webhooks/new-webhook.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminWebhooks');
  return { title: t('new') };
}

export default async function AdminNewWebhook() {
  const t = await getTranslations('adminWebhooks');
  return (
    <>
      <BackLink href="/admin/webhooks">{t('title')}</BackLink>
      <PageTitle>{t('new')}</PageTitle>
      <NewWebhook />
    </>
  );
}
