'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import { useToast } from '#components/ui/toast.ts';
import type { AdminTicket } from '#lib/api/types.ts';
import { AdjustEntries } from './adjust-entries.tsx';
import { ChangeValidity } from './change-validity.tsx';
import { FreezeTicket } from './freeze-ticket.tsx';
import { RevokeTicket } from './revoke-ticket.tsx';
import { UnfreezeTicket } from './unfreeze-ticket.tsx';

/** What each of the dialogs gets. */
export interface TicketDialogProps {
  ticket: AdminTicket;
  onClose(): void;
  onChanged(): void;
}

const dialogs = {
  adjust: AdjustEntries,
  validity: ChangeValidity,
  freeze: FreezeTicket,
  unfreeze: UnfreezeTicket,
  revoke: RevokeTicket,
} as const;

type Action = keyof typeof dialogs;

/** Everything an admin can do to a ticket of a member; nothing once it was revoked. */
export function TicketActions({ ticket }: { ticket: AdminTicket }) {
  const t = useTranslations('adminTickets');
  const toast = useToast();
  const [open, setOpen] = useState<Action | null>(null);
  if (ticket.state === 'revoked') return null;
  const Dialog = open && dialogs[open];
  const close = () => setOpen(null);
  return (
    <>
      <Menu
        trigger={
          <Button variant="secondary" aria-label={t('changeOf', { name: ticket.name })}>
            {t('change')}
          </Button>
        }
      >
        {actionsOn(ticket).map((action) => (
          <MenuItem key={action} tone={action === 'revoke' ? 'trouble' : 'plain'} onSelect={() => setOpen(action)}>
            {t(`actions.${action}`)}
          </MenuItem>
        ))}
      </Menu>
      {Dialog && (
        <Dialog
          ticket={ticket}
          onClose={close}
          onChanged={() => {
            close();
            toast({ tone: 'good', text: t(`done.${open}`, { name: ticket.name }) });
          }}
        />
      )}
    </>
  );
}

/** The API decides; this leaves out what it would refuse. */
function actionsOn({ state, unlimited }: AdminTicket): Action[] {
  const suspension: Action[] = state === 'frozen' ? ['unfreeze'] : state === 'expired' ? [] : ['freeze'];
  return [...(unlimited ? [] : ['adjust' as const]), 'validity', ...suspension, 'revoke'];
}
