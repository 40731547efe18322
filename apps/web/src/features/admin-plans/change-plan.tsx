'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { EditProblem } from '#components/ui/edit-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminTicketPlan } from '#lib/api/types.ts';
import { PlanFields } from './plan-fields.tsx';
import { PlanPreview } from './plan-preview.tsx';
import { type PlanTerms, type PlanValues, planPatch, planTerms, planValues } from './plan-values.ts';

/** Changes what will be sold from now on. */
export function ChangePlan({ plan }: { plan: AdminTicketPlan }) {
  const t = useTranslations('adminPlans');
  const queryClient = useQueryClient();
  // What somebody else changes meanwhile appears, what is being typed stays.
  const form = useForm<PlanValues>({ values: planValues(plan), resetOptions: { keepDirtyValues: true } });
  // What was typed is not kept here: it may be written otherwise than what was saved, as 48 is for 48.00.
  const change = useChangePlan(plan, (saved) => form.reset(planValues(saved), { keepDirtyValues: false }));
  const terms = planTerms(form.watch(), plan.currency);
  const { isDirty } = form.formState;
  return (
    <div className="grid grid-cols-1 gap-12 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <form
        noValidate
        className="grid content-start gap-6"
        onSubmit={form.handleSubmit((values) => change.mutate(planPatch(plan, values)))}
      >
        <Notice>{t('soldStays')}</Notice>
        <PlanFields form={form} currency={plan.currency} error={change.error} />
        <EditProblem
          error={change.error}
          reload={() => queryClient.refetchQueries({ queryKey: queryKeys.adminPlans }, { throwOnError: true })}
          onLoaded={change.reset}
        />
        <div role="status" className="empty:hidden">
          {change.isSuccess && !isDirty && <Notice tone="good">{t('saved')}</Notice>}
        </div>
        <Button type="submit" className="justify-self-start" pending={change.isPending} disabled={!isDirty}>
          {t('save')}
        </Button>
      </form>
      <PlanPreview terms={terms} currency={plan.currency} />
    </div>
  );
}

function useChangePlan({ id, version }: AdminTicketPlan, onSaved: (plan: AdminTicketPlan) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (patch: Partial<PlanTerms>) => {
      const body = { ...patch, version };
      return unwrap(api.PATCH('/api/v1/admin/ticket-plans/{id}', { params: { path: { id } }, body }));
    },
    onSuccess: async (saved) => {
      onSaved(saved);
      await queryClient.invalidateQueries({ queryKey: queryKeys.adminPlans });
    },
  });
}
