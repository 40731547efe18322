'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { useAdminPlans } from '#features/admin-tickets/use-admin-plans.ts';
import { Link } from '#i18n/navigation.ts';
import { PlanRow } from './plan-row.tsx';
import { useMovePlan } from './use-move-plan.ts';

/** What is for sale, to be put in order, and what is not any more. */
export function PlanList() {
  const t = useTranslations('adminPlans');
  const { data: plans, error, refetch, isFetching } = useAdminPlans();
  const { move, said, problem } = useMovePlan();
  if (!plans) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <ListSkeleton label={t('loading')} />;
  }
  const forSale = plans.filter(({ isActive }) => isActive);
  const archived = plans.filter(({ isActive }) => !isActive);
  return (
    <>
      <p className="max-w-prose pb-6 text-muted">{t('orderHint')}</p>
      <p role="status" className="sr-only">
        {said}
      </p>
      <FormProblem error={problem} />
      {forSale.length === 0 ? (
        <EmptyState title={t('empty')}>
          <Link href="/admin/plans/new" className={buttonClass('secondary')}>
            {t('new')}
          </Link>
        </EmptyState>
      ) : (
        <ol aria-label={t('forSale')} className="border-line border-t">
          {forSale.map((plan, place) => (
            <PlanRow
              key={plan.id}
              plan={plan}
              order={{ place, last: forSale.length - 1, move: (to) => move(plan, to, forSale.length) }}
            />
          ))}
        </ol>
      )}
      {archived.length > 0 && (
        <section aria-labelledby="archived" className="pt-12">
          <h2 id="archived" className="pb-4 font-bold text-2xl tracking-tight">
            {t('archived')}
          </h2>
          <ul aria-labelledby="archived" className="border-line border-t">
            {archived.map((plan) => (
              <PlanRow key={plan.id} plan={plan} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
