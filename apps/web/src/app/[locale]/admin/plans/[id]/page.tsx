import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '#components/ui/back-link.tsx';
import { PlanEditor } from '#features/admin-plans/plan-editor.tsx';

interface AdminPlanProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminPlans');
  return { title: t('one') };
}

export default async function AdminPlan({ params }: AdminPlanProps) {
  const [t, { id }] = await Promise.all([getTranslations('adminPlans'), params]);
  return (
    <>
      <BackLink href="/admin/plans">{t('title')}</BackLink>
      <PlanEditor planId={id} />
    </>
  );
}
