'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Booking } from '#lib/api/types.ts';
import { QueueEventRow } from './queue-event-row.tsx';
import { isSkip, queueEvents } from './queue-events.ts';
import { useQueue } from './use-queue.ts';

/** How the line moves, and everything that happened in it since this member joined. */
export function QueueHistory({ booking, now }: { booking: Booking; now: number }) {
  const t = useTranslations('queue');
  const format = useFormatter();
  const { data, error, refetch, isFetching } = useQueue(booking.id);
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <Skeleton className="mt-8 h-40 w-full" />;
  }
  const events = queueEvents(data.decisions);
  const isWaiting = booking.state === 'waiting';
  // A place that was free from the start has no line to tell of.
  if (!isWaiting && events.length === 0 && booking.canceledReason !== 'list_closed') return null;
  const moment = (at: string) => format.dateTime(new Date(at), 'moment', { timeZone: booking.session.timeZone });
  // What helped against an earlier one is said once, at the last.
  const lastSkipped = isWaiting ? events.find(({ own }) => isSkip(own)) : undefined;
  const isClosed = now >= Date.parse(data.listClosesAt);
  return (
    <>
      {isWaiting && (
        <p className="max-w-prose pt-4 leading-relaxed">
          {t(isClosed ? 'ruleClosed' : 'rule', { time: moment(data.listClosesAt) })}
        </p>
      )}
      <h2 className="pt-8 pb-3 font-bold text-xl tracking-tight">{t('heading')}</h2>
      <ol className="border-line border-t">
        {events.map((event) => (
          <QueueEventRow
            key={event.at}
            event={event}
            booking={booking}
            listClosesAt={data.listClosesAt}
            helps={event === lastSkipped}
          />
        ))}
        <li className="grid gap-x-6 gap-y-1 border-line border-b py-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <time dateTime={booking.bookedAt} className="text-muted">
            {moment(booking.bookedAt)}
          </time>
          <p>
            {t('joined')}
            {events.length === 0 && ` ${t('nothingYet')}`}
          </p>
        </li>
      </ol>
    </>
  );
}
