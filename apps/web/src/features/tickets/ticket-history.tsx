'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { LedgerEntry } from '#lib/api/types.ts';

/** Every change of a ticket's balance, newest first. */
export function TicketHistory({ ticketId }: { ticketId: string }) {
  const t = useTranslations('tickets');
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.ticket(ticketId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/tickets/{id}', { params: { path: { id: ticketId } }, signal })),
  });
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <Skeleton className="h-16 w-full" />;
  }
  return (
    <ol aria-label={t('history')} className="pt-1 text-ink text-sm">
      {data.ledger.map((entry) => (
        <HistoryLine key={entry.id} entry={entry} isCounted={!data.unlimited} />
      ))}
    </ol>
  );
}

function HistoryLine({ entry, isCounted }: { entry: LedgerEntry; isCounted: boolean }) {
  const t = useTranslations('tickets');
  const format = useFormatter();
  const { at, kind, entries, reason, booking } = entry;
  const session = booking && {
    class: booking.className,
    time: format.dateTime(new Date(booking.startsAt), 'moment', { timeZone: booking.timeZone }),
  };
  return (
    <li className="grid grid-cols-[6.5rem_1fr_auto] gap-3 py-1.5">
      <time dateTime={at} className="text-muted">
        {format.dateTime(new Date(at), 'date')}
      </time>
      <span>
        {t(`ledger.${kind}`)}
        {session && <span className="block text-muted">{t('ledgerSession', session)}</span>}
        {reason && <span className="block text-muted">{reason}</span>}
      </span>
      {isCounted && <span className="font-semibold">{format.number(entries, { signDisplay: 'exceptZero' })}</span>}
    </li>
  );
}
