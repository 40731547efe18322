'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useReasonText } from '#features/tickets/use-reason-text.ts';
import { Link } from '#i18n/navigation.ts';
import type { AdminLedgerEntry, AuditRow } from '#lib/api/types.ts';
import { dayChanges, ticketTimeline, type UncountedChange } from './ticket-timeline.ts';
import { useAdminTicket } from './use-admin-ticket.ts';
import { useTicketChanges } from './use-ticket-changes.ts';

/** Everything that happened to a ticket, newest first: what was left after it, who did it and why. */
export function TicketLedger({ ticketId }: { ticketId: string }) {
  const t = useTranslations('tickets');
  const ticket = useAdminTicket(ticketId);
  const changes = useTicketChanges(ticketId);
  const failed = [ticket, changes].find(({ data, error }) => !data && error);
  if (failed) return <ErrorState error={failed.error} retry={failed.refetch} pending={failed.isFetching} />;
  if (!ticket.data || !changes.data) return <Skeleton className="mb-2 h-16 w-full" />;
  return (
    <ol aria-label={t('history')} className="pb-2 text-ink text-sm">
      {ticketTimeline(ticket.data, changes.data).map((event) =>
        event.kind === 'entries' ? (
          <LedgerLine key={event.entry.id} entry={event.entry} balance={event.balance} />
        ) : (
          <ChangeLine key={`change-${event.row.id}`} change={event.change} row={event.row} />
        ),
      )}
    </ol>
  );
}

function Moment({ at }: { at: string }) {
  const format = useFormatter();
  const moment = new Date(at);
  return (
    <time dateTime={at} className="text-muted">
      {format.dateTime(moment, 'date')}
      <span className="block">{format.dateTime(moment, 'time')}</span>
    </time>
  );
}

/** What changed no entries: a suspension or other days. */
function ChangeLine({ change, row }: { change: UncountedChange; row: AuditRow }) {
  const t = useTranslations('adminTickets');
  const format = useFormatter();
  const reasonText = useReasonText();
  const { at, actor, reason } = row;
  const day = (instant: string) => format.dateTime(new Date(instant), 'date');
  const what = t(`uncounted.${change}`);
  return (
    <li className={lineClass}>
      <Moment at={at} />
      <span>
        {actor.name ? t('ledgerBy', { what, name: actor.name }) : what}
        {dayChanges(row).map(({ which, before, after }) => (
          <span key={which} className="block text-muted">
            {before
              ? t(`daysMoved.${which}`, { before: day(before), after: day(after) })
              : t(`daysSet.${which}`, { after: day(after) })}
          </span>
        ))}
        {reason && <span className="block text-muted">{reasonText(reason)}</span>}
      </span>
    </li>
  );
}

function LedgerLine({ entry, balance }: { entry: AdminLedgerEntry; balance: number | null }) {
  const t = useTranslations('tickets');
  const admin = useTranslations('adminTickets');
  const format = useFormatter();
  const reasonText = useReasonText();
  const { at, kind, entries, reason, actor, paymentId } = entry;
  return (
    <li className={lineClass}>
      <Moment at={at} />
      <span>
        {actor ? admin('ledgerBy', { what: admin(`ledger.${kind}`), name: actor.name }) : admin(`ledger.${kind}`)}
        <SessionOf entry={entry} />
        {reason && <span className="block text-muted">{reasonText(reason)}</span>}
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

const lineClass = 'grid grid-cols-[5.75rem_minmax(0,1fr)_auto] gap-3 py-2';
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
