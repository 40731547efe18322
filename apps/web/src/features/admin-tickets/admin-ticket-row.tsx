'use client';

import { ChevronDown } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { TicketBalance, TicketCoverage, ticketTone } from '#features/tickets/ticket-facts.tsx';
import { isOver, validityKind } from '#features/tickets/ticket-validity.ts';
import type { AdminTicket } from '#lib/api/types.ts';
import { TicketActions } from './ticket-actions.tsx';
import { TicketLedger } from './ticket-ledger.tsx';

/** One ticket of a member: what is left, until when, what for, how it came to that, and what can be done about it. */
export function AdminTicketRow({ ticket }: { ticket: AdminTicket }) {
  const t = useTranslations('tickets');
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={`border-line border-b pt-5 pb-3 ${isOver(ticket) ? 'text-muted' : ''}`}>
      <div className="flex items-start justify-between gap-x-6">
        <div className="grid min-w-0 gap-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h3 className="font-semibold text-xl leading-snug">{ticket.name}</h3>
            {ticket.state !== 'active' && <Badge tone={ticketTone[ticket.state]}>{t(`state.${ticket.state}`)}</Badge>}
          </div>
          <Validity ticket={ticket} />
          <TicketCoverage classIds={ticket.classIds} />
        </div>
        <TicketBalance ticket={ticket} />
      </div>
      <div className="flex flex-wrap items-start justify-between gap-3 pt-2">
        <details className="group/history min-w-0 flex-1" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary className="-ml-1 inline-flex min-h-11 list-none items-center gap-1 rounded-control px-1 font-medium text-muted text-sm hover:text-ink">
            {t('history')}
            <ChevronDown aria-hidden="true" size={16} className="transition-transform group-open/history:rotate-180" />
          </summary>
          {isOpen && <TicketLedger ticketId={ticket.id} />}
        </details>
        <TicketActions ticket={ticket} />
      </div>
    </li>
  );
}

function Validity({ ticket }: { ticket: AdminTicket }) {
  const t = useTranslations('tickets');
  const admin = useTranslations('adminTickets');
  const format = useFormatter();
  const date = (instant: string | null) => (instant ? format.dateTime(new Date(instant), 'date') : '');
  const kind = validityKind(ticket, Date.now());
  if (kind === 'startsWithBooking') return <p>{admin('notStarted', { days: ticket.validityDays ?? 0 })}</p>;
  const dates = { from: date(ticket.validFrom), until: date(ticket.validUntil), since: date(ticket.frozenAt) };
  return <p className={kind === 'soon' ? 'font-semibold text-wait' : ''}>{t(`validity.${kind}`, dates)}</p>;
}
