'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { useUpcomingBookings } from '#features/bookings/use-own-booking.ts';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { fetchSessions } from '#lib/api/sessions.ts';
import type { Booking, Session, SessionQuery } from '#lib/api/types.ts';
import { useLiveSessions } from '#lib/live/use-live-sessions.ts';
import { SessionRow } from './session-row.tsx';
import { useOfferClock } from './use-offer-clock.ts';

const none: never[] = [];

const WaitingNews = lazy(async () => ({ default: (await import('./waiting-news.tsx')).WaitingNews }));

interface SessionListProps {
  query: SessionQuery;
  /** What the server has found; undefined when the API was away. */
  rendered: Session[] | undefined;
  /** When that was, in epoch milliseconds. */
  renderedAt: number;
  isFiltered: boolean;
  unfilteredHref: string;
  /** The next day that has something, when this one has nothing. */
  next: { day: string; href: string } | null;
  isToday: boolean;
}

/** The sessions of a day, their counters and buttons kept up to date. */
export function SessionList({
  query,
  rendered,
  renderedAt,
  isFiltered,
  unfilteredHref,
  next,
  isToday,
}: SessionListProps) {
  const t = useTranslations('schedule');
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.sessionList(query),
    queryFn: ({ signal }) => fetchSessions(api, query, signal),
    initialData: rendered,
    initialDataUpdatedAt: renderedAt,
  });
  useLiveSessions((data ?? []).map(({ id }) => id));
  const now = useOfferClock(data ?? [], renderedAt);
  const { data: bookings = none } = useUpcomingBookings();
  const isWaiting = useWaiting(bookings);

  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <ListSkeleton label={t('loading')} />;
  }
  if (data.length === 0) {
    return <NothingThatDay isFiltered={isFiltered} unfilteredHref={unfilteredHref} next={next} isToday={isToday} />;
  }
  return (
    <>
      {isWaiting && (
        <Suspense>
          <WaitingNews bookings={bookings} />
        </Suspense>
      )}
      <ul aria-label={t('sessions')}>
        {data.map((session) => (
          <SessionRow key={session.id} session={session} now={now} />
        ))}
      </ul>
    </>
  );
}

/** Whether this member waits for something; it stays true, so that what becomes of it is told. */
function useWaiting(bookings: readonly Booking[]): boolean {
  const [isWaiting, setWaiting] = useState(false);
  if (!isWaiting && bookings.some(({ state }) => state === 'waiting')) setWaiting(true);
  return isWaiting;
}

function NothingThatDay({
  isFiltered,
  unfilteredHref,
  next,
  isToday,
}: Pick<SessionListProps, 'isFiltered' | 'unfilteredHref' | 'next' | 'isToday'>) {
  const t = useTranslations('schedule');
  const format = useFormatter();
  const title = next ? t(isFiltered ? 'emptyFiltered' : 'empty') : t(isFiltered ? 'emptyFilteredAhead' : 'emptyAhead');
  return (
    <EmptyState title={title}>
      {next && (
        <Link href={next.href} scroll={false} className={buttonClass('primary')}>
          {t('nextWith', { day: format.dateTime(new Date(`${next.day}T00:00:00Z`), 'day', { timeZone: 'UTC' }) })}
        </Link>
      )}
      {isFiltered && (
        <Link href={unfilteredHref} scroll={false} className={buttonClass('secondary')}>
          {t('clearFilters')}
        </Link>
      )}
      {!next && !isToday && !isFiltered && (
        <Link href="/" className={buttonClass('secondary')}>
          {t('toToday')}
        </Link>
      )}
    </EmptyState>
  );
}
