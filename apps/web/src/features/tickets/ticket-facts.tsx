'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Tone } from '#components/ui/badge.tsx';
import type { Ticket } from '#lib/api/types.ts';
import { coveredClasses } from './covered-classes.ts';
import { isOver } from './ticket-validity.ts';
import { useClasses } from './use-classes.ts';

/** How good it is, how a ticket stands. */
export const ticketTone: Record<Ticket['state'], Tone> = {
  active: 'good',
  not_started: 'neutral',
  frozen: 'wait',
  expired: 'neutral',
  used_up: 'neutral',
  revoked: 'trouble',
};

/** What is left on a ticket, as a large number. */
export function TicketBalance({ ticket }: { ticket: Ticket }) {
  const t = useTranslations('tickets');
  const { unlimited, entriesLeft } = ticket;
  const color = isOver(ticket) ? 'text-muted' : 'text-ink';
  if (unlimited) return <p className="shrink-0 pt-0.5 font-semibold text-lg">{t('unlimited')}</p>;
  return (
    <p className="shrink-0 text-right text-muted text-sm">
      {t.rich('entriesLeft', {
        count: entriesLeft ?? 0,
        b: (chunks) => (
          <span className={`block font-bold text-5xl leading-none tracking-tight ${color}`}>{chunks}</span>
        ),
      })}
    </p>
  );
}

/** What a ticket is good for. */
export function TicketCoverage({ classIds }: { classIds: Ticket['classIds'] }) {
  const t = useTranslations('tickets');
  const format = useFormatter();
  const names = coveredClasses(classIds, useClasses({ enabled: classIds !== null }));
  if (classIds && !names) return null;
  return (
    <p className="text-muted text-sm">
      {names ? t('onlyClasses', { classes: format.list(names, { type: 'conjunction' }) }) : t('allClasses')}
    </p>
  );
}
