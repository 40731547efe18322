'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Booking, Session, SessionDetail } from '#lib/api/types.ts';
import { concernsOwn } from './concerns-own.ts';
import { countsLog, type SessionCounts, withCounts } from './counts-log.ts';
import { useOwnChanges } from './own-changes.ts';
import { listenToSessions } from './session-stream.ts';

/** All who have a place in a session hear of the same change; they do not all ask in the same moment. */
const SPREAD_MS = 1_000;

/**
 * Keeps the counters of sessions on the page up to date, and one's own places in them: from the API and from other tabs.
 *
 * @param onCounts hears of every change, for pages that show what follows from it
 */
export function useLiveSessions(sessionIds: readonly string[], onCounts?: (counts: SessionCounts) => void): void {
  const queryClient = useQueryClient();
  const tell = useEffectEvent((counts: SessionCounts) => onCounts?.(counts));
  useOwnChanges();
  const wanted = sessionIds.join();
  useEffect(() => {
    if (!wanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listenToSessions(wanted.split(','), (counts) => {
      const concerned = concernsOwn(knownCounts(queryClient, counts.sessionId), counts, ownBookings(queryClient));
      countsLog.record(counts);
      applyCounts(queryClient, counts);
      tell(counts);
      if (!concerned) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        void queryClient.invalidateQueries({ queryKey: queryKeys.bookings });
      }, Math.random() * SPREAD_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [wanted, queryClient]);
}

function knownCounts(queryClient: QueryClient, id: string): Omit<SessionCounts, 'sessionId'> | undefined {
  const lists = queryClient.getQueriesData<Session[]>({ queryKey: queryKeys.sessionLists });
  const listed = lists.flatMap(([, sessions]) => sessions ?? []).find((session) => session.id === id);
  return countsLog.latest(id) ?? queryClient.getQueryData<SessionDetail>(queryKeys.session(id)) ?? listed;
}

function ownBookings(queryClient: QueryClient): Booking[] {
  return queryClient.getQueryData<Booking[]>(queryKeys.bookingList('upcoming')) ?? [];
}

function applyCounts(queryClient: QueryClient, counts: SessionCounts): void {
  queryClient.setQueriesData<Session[]>({ queryKey: queryKeys.sessionLists }, (sessions) =>
    sessions?.map((session) => (session.id === counts.sessionId ? withCounts(session, counts) : session)),
  );
  queryClient.setQueryData<SessionDetail>(queryKeys.session(counts.sessionId), (session) =>
    session ? withCounts(session, counts) : undefined,
  );
}
