'use client';

import { unwrap } from '@openmat/api-client';
import { useIsMutating, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { useLiveSessions } from '#lib/live/use-live-sessions.ts';
import { ATTENDANCE } from './use-attendance.ts';
import { POLL_MS } from './use-desk-day.ts';

/** Who comes to a session, kept up to date. While a tap is on its way nothing is asked: the answer could be from before it. */
export function useRoster(sessionId: string) {
  const queryClient = useQueryClient();
  const isChanging = useIsMutating({ mutationKey: ATTENDANCE }) > 0;
  const queryKey = queryKeys.roster(sessionId);
  const roster = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/admin/sessions/{id}/roster', { params: { path: { id: sessionId } }, signal })),
    refetchInterval: isChanging ? false : POLL_MS,
  });
  useLiveSessions(roster.data ? [sessionId] : [], () => {
    if (!isChanging) void queryClient.invalidateQueries({ queryKey });
  });
  return roster;
}
