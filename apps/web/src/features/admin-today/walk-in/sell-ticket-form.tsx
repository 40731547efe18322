'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { TextField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { DeskSession, TicketPlan } from '#lib/api/types.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { formatMoney } from '#lib/format/money.ts';
import type { KnownPerson } from './known-person.ts';
import { plansFor } from './plans-for.ts';

interface SellTicketFormProps {
  person: Pick<KnownPerson, 'id'>;
  /** What it is to be good for; null when that does not matter. */
  session: DeskSession | null;
  onChange(sold: { name: string }): Promise<void>;
}

/** A ticket is sold, or given away for a reason; where none covers a session, one of those that would. */
export function SellTicketForm({ session, ...step }: SellTicketFormProps) {
  const t = useTranslations('adminWalkIn');
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.ticketPlans,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/ticket-plans', { signal })),
  });
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <Skeleton className="h-40 w-full" />;
  }
  const plans = session ? plansFor(session, data.items, Date.now()) : data.items;
  return (
    <>
      {session && <Notice tone="wait">{t('notCovered')}</Notice>}
      {plans.length > 0 ? <Form {...step} plans={plans} /> : <p>{t(session ? 'noPlan' : 'noPlans')}</p>}
    </>
  );
}

const ways = ['cash', 'card_terminal', 'free'] as const;

interface SaleValues {
  planId: string;
  paidWith: (typeof ways)[number];
  reason: string;
}

function Form({ person, plans, onChange }: Omit<SellTicketFormProps, 'session'> & { plans: TicketPlan[] }) {
  const t = useTranslations('adminWalkIn');
  const { register, handleSubmit, watch, formState } = useForm<SaleValues>({ defaultValues: { reason: '' } });
  const sell = useIntent(
    ({ reason, ...sale }: SaleValues, key) => {
      const body = { ...sale, ...(sale.paidWith === 'free' && reason.trim() && { reason: reason.trim() }) };
      const headers = { 'Idempotency-Key': key };
      return unwrap(
        api.POST('/api/v1/admin/people/{id}/tickets', { params: { path: { id: person.id } }, body, headers }),
      );
    },
    { onSuccess: onChange },
  );
  const choices = usePlanChoices(plans);
  const plan = plans.find(({ id }) => id === watch('planId'));
  const isGift = watch('paidWith') === 'free' && plan?.price !== 0;
  const { errors } = formState;
  const required = { required: t('required') };
  return (
    <form noValidate className="grid gap-5" onSubmit={handleSubmit((values) => sell.mutate(values))}>
      <RadioGroup
        legend={t('plan')}
        choices={choices}
        error={errors.planId?.message}
        {...register('planId', required)}
      />
      <RadioGroup
        legend={t('paidWith')}
        choices={ways.map((value) => ({ value, label: t(`ways.${value}`) }))}
        error={errors.paidWith?.message}
        {...register('paidWith', required)}
      />
      {isGift && (
        <TextField
          label={t('reason')}
          hint={t('reasonHint')}
          maxLength={500}
          error={errors.reason?.message ?? fieldErrors(sell.error).reason}
          {...register('reason', required)}
        />
      )}
      <FormProblem error={sell.error} />
      <Button type="submit" className="min-h-13" pending={sell.isPending}>
        {t('sell')}
      </Button>
    </form>
  );
}

function usePlanChoices(plans: TicketPlan[]) {
  const t = useTranslations('adminWalkIn');
  const locale = useLocale();
  return plans.map(({ id, name, price, currency, entries, validityDays }) => ({
    value: id,
    label: t('planPrice', { plan: name, price: formatMoney(price, currency, locale) }),
    hint: t('planTerms', {
      entries: entries === null ? t('unlimited') : t('entries', { count: entries }),
      days: validityDays,
    }),
  }));
}
