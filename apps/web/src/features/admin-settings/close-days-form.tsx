'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { SelectField, TextField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { useCatalogue } from '#features/admin-sessions/use-catalogue.ts';
import { api } from '#lib/api/browser-client.ts';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { ClosedDay } from '#lib/api/types.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { refuseDays } from '#lib/format/day-range.ts';

/** As many as the API takes. */
const MAX_DAYS = 366;
const EMPTY = { from: '', to: '', locationId: '', reason: '' };

/** Closes a day or a whole range, at one location or at all of them. */
export function CloseDaysForm() {
  const t = useTranslations('adminSettings');
  const { data: catalogue } = useCatalogue();
  const { register, handleSubmit, formState, reset } = useForm({ defaultValues: EMPTY });
  const close = useCloseDays(() => reset(EMPTY));
  const refused = fieldErrors(close.error);
  const submit = handleSubmit((values) => close.mutate(values));
  const { errors } = formState;
  return (
    <form noValidate className="grid gap-4" onSubmit={submit}>
      <h2 className="font-bold text-xl tracking-tight">{t('closed.add')}</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          type="date"
          label={t('closed.from')}
          error={errors.from ? t('required') : refused.from}
          {...register('from', { required: true })}
        />
        <TextField
          type="date"
          label={t('closed.to')}
          optional
          error={errors.to?.message ?? refused.to}
          {...register('to', {
            validate: (to, { from }) => {
              const refusal = refuseDays(from, to, MAX_DAYS);
              return refusal ? t(`closed.${refusal}`, { days: MAX_DAYS }) : true;
            },
          })}
        />
        <SelectField label={t('closed.location')} error={refused.locationId} {...register('locationId')}>
          <option value="">{t('closed.everywhere')}</option>
          {catalogue?.locations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField label={t('closed.reason')} optional maxLength={200} error={refused.reason} {...register('reason')} />
      </div>
      {isProblem(close.error, 'validation_failed') ? null : <FormProblem error={close.error} />}
      <div role="status" className="empty:hidden">
        {close.data && <ClosedNote days={close.data.items} />}
      </div>
      <Button type="submit" className="justify-self-start" pending={close.isPending}>
        {t('closed.submit')}
      </Button>
    </form>
  );
}

function ClosedNote({ days }: { days: ClosedDay[] }) {
  const t = useTranslations('adminSettings');
  const sessions = days.reduce((sum, day) => sum + day.scheduledSessions, 0);
  return (
    <Notice tone={sessions > 0 ? 'wait' : 'good'}>
      {t('closed.done', { count: days.length })} {sessions > 0 && t('closed.stillThere', { count: sessions })}
    </Notice>
  );
}

function useCloseDays(onClosed: () => void) {
  const queryClient = useQueryClient();
  return useIntent(
    ({ from, to, locationId, reason }: typeof EMPTY, key) =>
      unwrap(
        api.POST('/api/v1/admin/closed-days/range', {
          body: { from, to: to || from, locationId: locationId || null, reason: reason.trim() },
          headers: { 'Idempotency-Key': key },
        }),
      ),
    {
      onSuccess: () => {
        onClosed();
        return queryClient.invalidateQueries({ queryKey: queryKeys.closedDayList });
      },
    },
  );
}
