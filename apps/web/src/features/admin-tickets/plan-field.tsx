'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { ErrorState } from '#components/ui/error-state.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { useAdminPlans } from './use-admin-plans.ts';

/** One of the plans. An archived one is not for sale, but may still be given to somebody. */
export function PlanField(select: Omit<ComponentProps<typeof SelectField>, 'label' | 'children'>) {
  const t = useTranslations('adminTickets');
  const { data: plans, error, refetch, isFetching } = useAdminPlans();
  if (!plans && error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
  return (
    <SelectField label={t('plan')} hint={t('planHint')} {...select}>
      <option value="">{t('choosePlan')}</option>
      {plans?.map(({ id, name, isActive }) => (
        <option key={id} value={id}>
          {isActive ? name : t('archivedPlan', { name })}
        </option>
      ))}
    </SelectField>
  );
}
