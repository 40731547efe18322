import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '#components/ui/back-link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { ImportWizard } from '#features/admin-members/import/import-wizard.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminMembers');
  return { title: t('importing.title') };
}

export default async function AdminImport() {
  const t = await getTranslations('adminMembers');
  return (
    <>
      <BackLink href="/admin/members">{t('back')}</BackLink>
      <PageTitle>{t('importing.title')}</PageTitle>
      <ImportWizard />
    </>
  );
}
