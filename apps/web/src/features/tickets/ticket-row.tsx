'use client';

import { ChevronDown } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Ticket } from '#lib/api/types.ts';
import { TicketHistory } from './ticket-history.tsx';

/** One ticket: what is left, until when, and on request how it came to that. */
export function TicketRow({ ticket }: { ticket: Ticket }) {
  const t = useTranslations('tickets');
  const [isOpen, setOpen] = useState(false);
  const isUsable = ticket.state === 'active' || ticket.state === 'not_started';
  return (
    <li className={`border-line border-b py-5 ${isUsable ? '' : 'text-muted'}`}>
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="font-semibold text-lg">{ticket.name}</h2>
        <Balance ticket={ticket} />
      </div>
      <p className="flex flex-wrap gap-x-2 text-muted text-sm">
        <Validity ticket={ticket} />
        {ticket.state !== 'active' && <span className="font-semibold">{t(`state.${ticket.state}`)}</span>}
      </p>
      <details className="group pt-1" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="-ml-1 inline-flex min-h-9 cursor-pointer list-none items-center gap-1 rounded-md px-1 font-medium text-muted text-sm hover:text-ink">
          {t('history')}
          <ChevronDown aria-hidden="true" size={16} className="group-open:rotate-180" />
        </summary>
        {isOpen && <TicketHistory ticketId={ticket.id} />}
      </details>
    </li>
  );
}

function Balance({ ticket: { unlimited, entriesLeft } }: { ticket: Ticket }) {
  const t = useTranslations('tickets');
  if (unlimited) return <p className="font-semibold">{t('unlimited')}</p>;
  return (
    <p className="shrink-0">
      {t.rich('entriesLeft', {
        count: entriesLeft ?? 0,
        b: (chunks) => <span className="font-bold text-2xl">{chunks}</span>,
      })}
    </p>
  );
}

function Validity({ ticket: { validFrom, validUntil, validityDays, state } }: { ticket: Ticket }) {
  const t = useTranslations('tickets');
  const format = useFormatter();
  const date = (instant: string) => format.dateTime(new Date(instant), 'date');
  if (!validUntil || !validFrom) return <span>{t('startsWithBooking', { days: validityDays ?? 0 })}</span>;
  if (state === 'not_started') return <span>{t('validFrom', { from: date(validFrom), until: date(validUntil) })}</span>;
  return <span>{t('validUntil', { until: date(validUntil) })}</span>;
}
