'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { LedgerEntry } from '#lib/api/types.ts';
import { withBalance } from './ledger-balance.ts';
import { useReasonText } from './use-reason-text.ts';

/** Every change of a ticket's balance, newest first, with what was left after it. */
export function TicketHistory({ ticketId }: { ticketId: string }) {
  const t = useTranslations('tickets');
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.ticket(ticketId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/tickets/{id}', { params: { path: { id: ticketId } }, signal })),
  });
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <Skeleton className="mb-2 h-16 w-full" />;
  }
  return (
    <ol aria-label={t('history')} className="pb-2 text-ink text-sm">
      {withBalance(data.ledger, data.entriesLeft).map(({ entry, balance }) => (
        <HistoryLine key={entry.id} entry={entry} balance={balance} />
      ))}
    </ol>
  );
}

function HistoryLine({ entry, balance }: { entry: LedgerEntry; balance: number | null }) {
  const t = useTranslations('tickets');
  const format = useFormatter();
  const reasonText = useReasonText();
  const { at, kind, entries, reason, booking } = entry;
  return (
    <li className="grid grid-cols-[5.75rem_minmax(0,1fr)_auto] gap-3 py-2">
      <time dateTime={at} className="text-muted">
        {format.dateTime(new Date(at), 'date')}
      </time>
      <span>
        {t(`ledger.${kind}`)}
        {booking && <SessionOf booking={booking} />}
        {reason && <span className="block text-muted">{reasonText(reason)}</span>}
      </span>
      {balance !== null && (
        <span className="text-right">
          <span className="font-semibold">{format.number(entries, { signDisplay: 'exceptZero' })}</span>
          <span className="block text-muted">{t('balance', { count: balance })}</span>
        </span>
      )}
    </li>
  );
}

function SessionOf({ booking }: { booking: NonNullable<LedgerEntry['booking']> }) {
  const t = useTranslations('tickets');
  const format = useFormatter();
  const { className, startsAt, timeZone, sessionId } = booking;
  return (
    <Link
      href={`/sessions/${sessionId}`}
      prefetch={false}
      className="block text-muted underline decoration-line-strong underline-offset-4 hover:text-ink"
    >
      {t('ledgerSession', { class: className, time: format.dateTime(new Date(startsAt), 'moment', { timeZone }) })}
    </Link>
  );
}
