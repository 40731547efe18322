'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { MemberRow } from '#lib/api/types.ts';

/** How a member stands for tickets: the one that stands for the others, what is left of it and until when. */
export function TicketStanding({ member }: { member: Pick<MemberRow, 'ticketStatus' | 'bestTicket'> }) {
  const t = useTranslations('adminMembers');
  const format = useFormatter();
  const { ticketStatus, bestTicket } = member;
  if (!bestTicket) return <span className="text-muted">{t('noTicket')}</span>;
  const { name, state, entriesLeft, validUntil } = bestTicket;
  const date = validUntil && format.dateTime(new Date(validUntil), 'date');
  const isOver = ticketStatus === 'expired';
  const end = date && (isOver ? t('ended', { date }) : t('until', { date }));
  return (
    <span className={isOver ? 'text-muted' : ''}>
      <span className="block break-words">{name}</span>
      <span className={`block text-sm ${ticketStatus === 'expiring' ? 'font-semibold text-wait' : 'text-muted'}`}>
        {entriesLeft === null ? t('unlimited') : t('entries', { count: entriesLeft })}
        {state === 'active' ? end && ` · ${end}` : ` · ${t(`ticketStates.${state}`)}`}
      </span>
    </span>
  );
}
