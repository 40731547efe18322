'use client';

import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { TextField } from '#components/ui/field.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import type { TicketDialogProps } from './ticket-actions.tsx';
import { TicketDialog } from './ticket-dialog.tsx';
import { useChangeTicket } from './use-change-ticket.ts';

/** More than anybody means; the API has the same limit. */
const MAX_ENTRIES = 1_000;

interface Values {
  direction: 'add' | 'take';
  entries: string;
  reason: string;
}

/** Adds entries to a ticket or takes some away. */
export function AdjustEntries({ ticket, onClose, onChanged }: TicketDialogProps) {
  const t = useTranslations('adminTickets');
  const { register, handleSubmit, watch, formState } = useForm<Values>({ defaultValues: { direction: 'add' } });
  const change = useChangeTicket(ticket.id, onChanged);
  const left = ticket.entriesLeft ?? 0;
  const { direction, entries } = watch();
  const max = direction === 'take' ? left : MAX_ENTRIES;
  const delta = (direction === 'take' ? -1 : 1) * (Number(entries) || 0);
  const submit = handleSubmit(({ reason }) =>
    change.mutate({
      verb: 'correct',
      reason: reason.trim(),
      correction: { version: ticket.version, entriesDelta: delta },
    }),
  );
  const range = t('entriesRange', { max });
  return (
    <TicketDialog
      title={t('actions.adjust')}
      confirm={t('confirm.adjust')}
      change={change}
      onSubmit={submit}
      onClose={onClose}
      reason={register('reason', { validate: (reason) => reason.trim() !== '' || t('reasonMissing') })}
      reasonError={formState.errors.reason?.message}
      reasonHint={t('reasonRead')}
    >
      <Segmented
        legend={t('direction')}
        choices={[
          { value: 'add', label: t('add') },
          { value: 'take', label: t('take') },
        ]}
        {...register('direction')}
      />
      <TextField
        type="number"
        inputMode="numeric"
        min={1}
        max={max}
        label={t('entries')}
        hint={t('entriesAfter', { before: left, after: Math.max(left + delta, 0) })}
        error={formState.errors.entries?.message}
        {...register('entries', {
          validate: (typed) => (Number.isInteger(Number(typed)) && Number(typed) >= 1 && Number(typed) <= max) || range,
        })}
      />
    </TicketDialog>
  );
}
