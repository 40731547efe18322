import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlansPage } from '#features/admin-plans/plans-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminPlans');
  return { title: t('title') };
}

export default function AdminPlans() {
  return <PlansPage />;
}
