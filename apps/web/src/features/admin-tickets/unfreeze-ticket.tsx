'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import type { TicketDialogProps } from './ticket-actions.tsx';
import { TicketDialog } from './ticket-dialog.tsx';
import { useAdminTicket } from './use-admin-ticket.ts';
import { useChangeTicket } from './use-change-ticket.ts';

/** Ends a suspension, after saying until when the ticket is good then. */
export function UnfreezeTicket({ ticket, onClose, onChanged }: TicketDialogProps) {
  const t = useTranslations('adminTickets');
  const format = useFormatter();
  const { data } = useAdminTicket(ticket.id);
  const { register, handleSubmit, formState } = useForm<{ reason: string }>();
  const change = useChangeTicket(ticket.id, onChanged);
  const date = (instant: string | null) => (instant ? format.dateTime(new Date(instant), 'date') : '');
  const dates = {
    since: date(ticket.frozenAt),
    before: date(ticket.validUntil),
    until: date(data?.thawsUntil ?? null),
  };
  return (
    <TicketDialog
      title={t('unfreezeTitle', { name: ticket.name })}
      confirm={t('actions.unfreeze')}
      change={change}
      onSubmit={handleSubmit(({ reason }) => change.mutate({ verb: 'unfreeze', reason: reason.trim() }))}
      onClose={onClose}
      reason={register('reason', { validate: (reason) => reason.trim() !== '' || t('reasonMissing') })}
      reasonError={formState.errors.reason?.message}
      reasonHint={t('reasonKept')}
    >
      <p>{dates.until ? t('unfreezeDates', dates) : t('unfreezeText', dates)}</p>
    </TicketDialog>
  );
}
