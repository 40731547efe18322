'use client';

import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import type { TicketDialogProps } from './ticket-actions.tsx';
import { TicketDialog } from './ticket-dialog.tsx';
import { useChangeTicket } from './use-change-ticket.ts';

/** Suspends a ticket, after saying what that means. */
export function FreezeTicket({ ticket, onClose, onChanged }: TicketDialogProps) {
  const t = useTranslations('adminTickets');
  const { register, handleSubmit, formState } = useForm<{ reason: string }>();
  const change = useChangeTicket(ticket.id, onChanged);
  return (
    <TicketDialog
      title={t('freezeTitle', { name: ticket.name })}
      confirm={t('actions.freeze')}
      change={change}
      onSubmit={handleSubmit(({ reason }) => change.mutate({ verb: 'freeze', reason: reason.trim() }))}
      onClose={onClose}
      reason={register('reason', { validate: (reason) => reason.trim() !== '' || t('reasonMissing') })}
      reasonError={formState.errors.reason?.message}
      reasonHint={t('reasonKept')}
    >
      <p>{t('freezeText')}</p>
    </TicketDialog>
  );
}
