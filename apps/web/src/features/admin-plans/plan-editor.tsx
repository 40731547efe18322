'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { useAdminPlans } from '#features/admin-tickets/use-admin-plans.ts';
import { ArchivePlan } from './archive-plan.tsx';
import { ChangePlan } from './change-plan.tsx';
import { NotFound } from './not-found.tsx';

/** One plan, to be changed or archived. Plans are few, so it is one of the list. */
export function PlanEditor({ planId }: { planId: string }) {
  const t = useTranslations('adminPlans');
  const { data: plans, error, refetch, isFetching } = useAdminPlans();
  if (!plans) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <ListSkeleton label={t('loading')} rows={3} />;
  }
  const plan = plans.find(({ id }) => id === planId);
  if (!plan) return <NotFound />;
  return (
    <>
      <PageTitle aside={<ArchivePlan plan={plan} />}>{plan.name}</PageTitle>
      {!plan.isActive && (
        <p className="-mt-3 pb-6">
          <Badge>{t('isArchived')}</Badge>
        </p>
      )}
      <ChangePlan plan={plan} />
    </>
  );
}
