'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { fieldErrors } from '#lib/api/field-errors.ts';
import type { TicketDialogProps } from './ticket-actions.tsx';
import { TicketDialog } from './ticket-dialog.tsx';
import { useChangeTicket } from './use-change-ticket.ts';
import { addDays, type ValidityDays, validityDays, validityPatch } from './validity-days.ts';

const EXTENSIONS = [7, 30] as const;

/** Fields of the form for fields of the API that have other names there. */
const FIELD_NAMES = { validFrom: 'from', validUntil: 'until' };

/** Moves the first or the last day of a ticket. */
export function ChangeValidity({ ticket, onClose, onChanged }: TicketDialogProps) {
  const t = useTranslations('adminTickets');
  const timeZone = useTimeZone() ?? 'UTC';
  const before = validityDays(ticket, timeZone);
  // What somebody else changes meanwhile appears, what is being typed stays.
  const { register, handleSubmit, setValue, watch, formState } = useForm<ValidityDays & { reason: string }>({
    values: { ...before, reason: '' },
    resetOptions: { keepDirtyValues: true },
  });
  const change = useChangeTicket(ticket.id, onChanged);
  const submit = handleSubmit(({ reason, ...days }) => {
    const patch = validityPatch(ticket, days, timeZone);
    change.mutate({ verb: 'correct', reason: reason.trim(), correction: { version: ticket.version, ...patch } });
  });
  const { from, until } = watch();
  const isSame = from === before.from && until === before.until;
  const refused = fieldErrors(change.error, FIELD_NAMES);
  const errorOf = (name: 'from' | 'until') => formState.errors[name]?.message ?? refused[name];
  const day = { validate: (value: string) => value !== '' || t('dayMissing') };
  const extend = (days: number) => setValue('until', addDays(until, days), { shouldDirty: true });
  return (
    <TicketDialog
      title={t('actions.validity')}
      confirm={t('confirm.validity')}
      change={change}
      onSubmit={submit}
      onClose={onClose}
      reason={register('reason', { validate: (reason) => reason.trim() !== '' || t('reasonMissing') })}
      reasonError={formState.errors.reason?.message}
      reasonHint={t('reasonKept')}
    >
      {before.from === '' && <p>{t('notStarted', { days: ticket.validityDays ?? 0 })}</p>}
      <div className="grid gap-3">
        <div className="grid grid-cols-2 gap-3">
          <TextField type="date" label={t('from')} error={errorOf('from')} {...register('from', day)} />
          <TextField
            type="date"
            label={t('until')}
            hint={t('untilHint')}
            error={errorOf('until')}
            {...register('until', {
              validate: (value) =>
                (isSame && t('sameDays')) || (value === '' ? t('dayMissing') : value >= from || t('endFirst')),
            })}
          />
        </div>
        {until && (
          <div className="flex gap-3">
            {EXTENSIONS.map((days) => (
              <Button key={days} variant="secondary" onClick={() => extend(days)}>
                {t('extendBy', { days })}
              </Button>
            ))}
          </div>
        )}
      </div>
    </TicketDialog>
  );
}
