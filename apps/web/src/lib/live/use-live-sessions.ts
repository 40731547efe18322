'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Session, SessionDetail } from '#lib/api/types.ts';
import { countsLog, type SessionCounts, withCounts } from './counts-log.ts';
import { listenToSessions } from './session-stream.ts';

/**
 * Keeps the counters of sessions on the page up to date.
 *
 * @param onCounts hears of every change, for pages that show what follows from it
 */
export function useLiveSessions(sessionIds: readonly string[], onCounts?: (counts: SessionCounts) => void): void {
  const queryClient = useQueryClient();
  const tell = useEffectEvent((counts: SessionCounts) => onCounts?.(counts));
  const wanted = sessionIds.join();
  useEffect(() => {
    if (!wanted) return;
    return listenToSessions(wanted.split(','), (counts) => {
      countsLog.record(counts);
      applyCounts(queryClient, counts);
      tell(counts);
    });
  }, [wanted, queryClient]);
}

function applyCounts(queryClient: QueryClient, counts: SessionCounts): void {
  queryClient.setQueriesData<Session[]>({ queryKey: queryKeys.sessionLists }, (sessions) =>
    sessions?.map((session) => (session.id === counts.sessionId ? withCounts(session, counts) : session)),
  );
  queryClient.setQueryData<SessionDetail>(queryKeys.session(counts.sessionId), (session) =>
    session ? withCounts(session, counts) : undefined,
  );
}
