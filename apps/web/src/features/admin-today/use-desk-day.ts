'use client';

import { unwrap } from '@openmat/api-client';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { DeskDay } from '#lib/api/types.ts';
import { withCounts } from '#lib/live/counts-log.ts';
import { useLiveSessions } from '#lib/live/use-live-sessions.ts';
import type { DeskSearch } from './desk-search.ts';

/** How often a screen asks who came meanwhile, in milliseconds; the browser sends the ETag, and mostly nothing has changed. */
export const POLL_MS = 4_000;

/** The sessions of a day, kept up to date: seats as they change, check-ins of other desks within seconds. */
export function useDeskDay(search: DeskSearch) {
  const queryClient = useQueryClient();
  const queryKey = queryKeys.deskDay(search);
  const day = useQuery({
    queryKey,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/today', { params: { query: search }, signal })),
    refetchInterval: POLL_MS,
    placeholderData: keepPreviousData,
  });
  const ids = day.data?.items.map(({ id }) => id) ?? [];
  useLiveSessions(ids, (counts) => {
    queryClient.setQueryData<DeskDay>(
      queryKey,
      (known) =>
        known && {
          ...known,
          items: known.items.map((each) => (each.id === counts.sessionId ? withCounts(each, counts) : each)),
        },
    );
  });
  return day;
}
