'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { withBalance } from '#features/tickets/ledger-balance.ts';
import { Link } from '#i18n/navigation.ts';
import type { AdminLedgerEntry } from '#lib/api/types.ts';
import { useAdminTicket } from './use-admin-ticket.ts';

/** Every change of a ticket's entries, newest first: what was left after it, who did it and why. */
export function TicketLedger({ ticketId }: { ticketId: string }) {
  const t = useTranslations('tickets');
  const { data, error, refetch, isFetching } = useAdminTicket(ticketId);
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <Skeleton className="mb-2 h-16 w-full" />;
  }
  return (
    <ol aria-label={t('history')} className="pb-2 text-ink text-sm">
      {withBalance(data.ledger, data.entriesLeft).map(({ entry, balance }) => (
        <LedgerLine key={entry.id} entry={entry} balance={balance} />
      ))}
    </ol>
  );
}

function LedgerLine({ entry, balance }: { entry: AdminLedgerEntry; balance: number | null }) {
  const t = useTranslations('tickets');
  const admin = useTranslations('adminTickets');
  const format = useFormatter();
  const { at, kind, entries, reason, actor, paymentId } = entry;
  const moment = new Date(at);
  return (
    <li className="grid grid-cols-[5.75rem_minmax(0,1fr)_auto] gap-3 py-2">
      <time dateTime={at} className="text-muted">
        {format.dateTime(moment, 'date')}
        <span className="block">{format.dateTime(moment, 'time')}</span>
      </time>
      <span>
        {actor ? admin('ledgerBy', { what: admin(`ledger.${kind}`), name: actor.name }) : admin(`ledger.${kind}`)}
        <SessionOf entry={entry} />
        {reason && <span className="block text-muted">{reason}</span>}
        {paymentId && (
          <Link href={`/admin/payments/${paymentId}`} prefetch={false} className={linkClass}>
            {admin('toPayment')}
          </Link>
        )}
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

const linkClass = 'block text-muted underline decoration-line-strong underline-offset-4 hover:text-ink';

function SessionOf({ entry: { booking } }: { entry: AdminLedgerEntry }) {
  const t = useTranslations('tickets');
  const format = useFormatter();
  if (!booking) return null;
  const time = format.dateTime(new Date(booking.startsAt), 'moment', { timeZone: booking.timeZone });
  return (
    <Link href={`/admin/sessions/${booking.sessionId}`} prefetch={false} className={linkClass}>
      {t('ledgerSession', { class: booking.className, time })}
    </Link>
  );
}
