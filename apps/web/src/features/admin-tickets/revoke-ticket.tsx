'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { ReasonField } from './reason-field.tsx';
import { RevocationConsequences } from './revocation-consequences.tsx';
import type { TicketDialogProps } from './ticket-actions.tsx';
import { useChangeTicket } from './use-change-ticket.ts';
import { useRevocation } from './use-revocation.ts';

/** Takes a ticket away for good, after saying who loses which place by it, and who gets it. */
export function RevokeTicket({ ticket, onClose, onChanged }: TicketDialogProps) {
  const t = useTranslations('adminTickets');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const revocation = useRevocation(ticket.id);
  const change = useChangeTicket(ticket.id, onChanged);
  const confirm = () => {
    setMissing(reason.trim() === '');
    // Nobody confirms what could not be shown: it is asked for again.
    if (!revocation.data) return void revocation.refetch();
    if (reason.trim()) change.mutate({ verb: 'revoke', reason: reason.trim() });
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('revokeTitle', { name: ticket.name })}
      text={
        <div className="grid gap-3">
          <p>{ticket.unlimited ? t('revokeText') : t('revokeEntries', { count: ticket.entriesLeft ?? 0 })}</p>
          <RevocationConsequences revocation={revocation} />
        </div>
      }
      keep={t('keep')}
      confirm={t('confirm.revoke')}
      onConfirm={confirm}
      pending={change.isPending || revocation.isPending}
      error={change.error}
    >
      <ReasonField
        hint={t('reasonRead')}
        error={isMissing && reason.trim() === '' ? t('reasonMissing') : undefined}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </AlertDialog>
  );
}
