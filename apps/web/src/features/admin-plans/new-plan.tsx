'use client';

import { unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { useToast } from '#components/ui/toast.ts';
import { useRouter } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { PlanFields } from './plan-fields.tsx';
import { PlanPreview } from './plan-preview.tsx';
import { newPlanValues, type PlanTerms, type PlanValues, planTerms } from './plan-values.ts';

/** Puts a plan at the end of the shop. */
export function NewPlan({ currency }: { currency: string }) {
  const t = useTranslations('adminPlans');
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const form = useForm<PlanValues>({ defaultValues: newPlanValues });
  const create = useIntent(
    (body: PlanTerms, key) =>
      unwrap(api.POST('/api/v1/admin/ticket-plans', { body, headers: { 'Idempotency-Key': key } })),
    {
      onSuccess: ({ name }) => {
        void queryClient.invalidateQueries({ queryKey: queryKeys.adminPlans });
        toast({ tone: 'good', text: t('created', { name }) });
        router.push('/admin/plans');
      },
    },
  );
  const terms = planTerms(form.watch(), currency);
  return (
    <div className="grid grid-cols-1 gap-12 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <form
        noValidate
        className="grid content-start gap-6"
        onSubmit={form.handleSubmit((values) => create.mutate(planTerms(values, currency)))}
      >
        <PlanFields form={form} currency={currency} error={create.error} />
        <FormProblem error={create.error} />
        <Button type="submit" className="justify-self-start" pending={create.isPending || create.isSuccess}>
          {t('create')}
        </Button>
      </form>
      <PlanPreview terms={terms} currency={currency} />
    </div>
  );
}
