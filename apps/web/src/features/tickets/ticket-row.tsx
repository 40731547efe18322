'use client';

import { ChevronDown } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import type { Ticket } from '#lib/api/types.ts';
import { TicketBalance, TicketCoverage, ticketTone } from './ticket-facts.tsx';
import { TicketHistory } from './ticket-history.tsx';
import { isOver, validityKind } from './ticket-validity.ts';

/** One ticket: what is left as a large number, until when, what for, and on request how it came to that. */
export function TicketRow({ ticket }: { ticket: Ticket }) {
  const t = useTranslations('tickets');
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={`border-line border-b pt-5 pb-3 ${isOver(ticket) ? 'text-muted' : ''}`}>
      <div className="flex items-start justify-between gap-x-6">
        <div className="grid min-w-0 gap-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 className="font-semibold text-xl leading-snug">{ticket.name}</h2>
            {ticket.state !== 'active' && <Badge tone={ticketTone[ticket.state]}>{t(`state.${ticket.state}`)}</Badge>}
          </div>
          <Validity ticket={ticket} />
          <TicketCoverage classIds={ticket.classIds} />
        </div>
        <TicketBalance ticket={ticket} />
      </div>
      <details className="group/history" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="-ml-1 inline-flex min-h-11 list-none items-center gap-1 rounded-control px-1 font-medium text-muted text-sm hover:text-ink">
          {t('history')}
          <ChevronDown aria-hidden="true" size={16} className="transition-transform group-open/history:rotate-180" />
        </summary>
        {isOpen && <TicketHistory ticketId={ticket.id} />}
      </details>
    </li>
  );
}

function Validity({ ticket }: { ticket: Ticket }) {
  const t = useTranslations('tickets');
  const format = useFormatter();
  const date = (instant: string | null) => (instant ? format.dateTime(new Date(instant), 'date') : '');
  const kind = validityKind(ticket, Date.now());
  if (kind === 'startsWithBooking') return <p>{t('startsWithBooking', { days: ticket.validityDays ?? 0 })}</p>;
  const dates = { from: date(ticket.validFrom), until: date(ticket.validUntil), since: date(ticket.frozenAt) };
  return <p className={kind === 'soon' ? 'font-semibold text-wait' : ''}>{t(`validity.${kind}`, dates)}</p>;
}
