import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '#components/ui/back-link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { NewSeriesForm } from '#features/admin-series/new-series-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminSeries');
  return { title: t('new') };
}

export default async function NewSeries() {
  const t = await getTranslations('adminSeries');
  return (
    <>
      <BackLink href="/admin/sessions/series">{t('title')}</BackLink>
      <PageTitle>{t('new')}</PageTitle>
      <NewSeriesForm />
    </>
  );
}
