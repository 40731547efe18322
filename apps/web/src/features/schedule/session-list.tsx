'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { fetchSessions } from '#lib/api/sessions.ts';
import type { Session, SessionQuery } from '#lib/api/types.ts';
import { useLiveSessions } from '#lib/live/use-live-sessions.ts';
import { SessionRow } from './session-row.tsx';
import { useOfferClock } from './use-offer-clock.ts';

interface SessionListProps {
  query: SessionQuery;
  /** What the server has found; undefined when the API was away. */
  rendered: Session[] | undefined;
  /** When that was, in epoch milliseconds. */
  renderedAt: number;
  isFiltered: boolean;
  unfilteredHref: string;
  nextDayHref: string;
}

/** The sessions of a day, their counters and buttons kept up to date. */
export function SessionList({
  query,
  rendered,
  renderedAt,
  isFiltered,
  unfilteredHref,
  nextDayHref,
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

  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <ListSkeleton label={t('loading')} />;
  }
  if (data.length === 0) {
    return (
      <EmptyState title={isFiltered ? t('emptyFiltered') : t('empty')}>
        <Link href={isFiltered ? unfilteredHref : nextDayHref} scroll={false} className={buttonClass('secondary')}>
          {isFiltered ? t('clearFilters') : t('nextDay')}
        </Link>
      </EmptyState>
    );
  }
  return (
    <ul aria-label={t('sessions')}>
      {data.map((session) => (
        <SessionRow key={session.id} session={session} now={now} />
      ))}
    </ul>
  );
}
