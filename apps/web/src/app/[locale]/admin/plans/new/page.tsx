import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '#components/ui/back-link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { NewPlan } from '#features/admin-plans/new-plan.tsx';
import { loadStudio } from '#lib/api/load-studio.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminPlans');
  return { title: t('new') };
}

export default async function AdminNewPlan() {
  const [t, { currency = 'EUR' }] = await Promise.all([getTranslations('adminPlans'), loadStudio()]);
  return (
    <>
      <BackLink href="/admin/plans">{t('title')}</BackLink>
      <PageTitle>{t('new')}</PageTitle>
      <NewPlan currency={currency} />
    </>
  );
}
