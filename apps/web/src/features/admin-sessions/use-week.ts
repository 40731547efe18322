'use client';

import { unwrap } from '@openmat/api-client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { fetchAllPages, LARGEST_PAGE } from '#lib/api/fetch-all-pages.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminSession } from '#lib/api/types.ts';
import { type AdminSessionSearch, weekQuery } from './admin-session-search.ts';
import { addDays } from './week.ts';

/** More than a grid can show side by side. */
const MAX_PAGES = 6;

/** The sessions and the closed days of a week. */
export function useWeek(search: AdminSessionSearch, monday: string, timeZone: string, enabled: boolean) {
  const query = weekQuery(search, monday, timeZone);
  const sessions = useQuery({
    queryKey: queryKeys.adminWeek(query),
    queryFn: ({ signal }) => fetchAll(query, signal),
    enabled,
  });
  const days = { from: monday, to: addDays(monday, 6) };
  const closed = useQuery({
    queryKey: queryKeys.closedDays(days),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/admin/closed-days', { params: { query: { ...days, limit: LARGEST_PAGE } }, signal })),
    placeholderData: keepPreviousData,
  });
  const { locationId } = search;
  const closedDays = (closed.data?.items ?? []).filter(
    ({ location }) => !location || !locationId || location.id === locationId,
  );
  const { data, error, refetch, isFetching } = sessions;
  return { sessions: data, closedDays, error, retry: refetch, isFetching };
}

function fetchAll(query: ReturnType<typeof weekQuery>, signal: AbortSignal): Promise<AdminSession[]> {
  return fetchAllPages(
    (page) => unwrap(api.GET('/api/v1/admin/sessions', { params: { query: { ...query, ...page } }, signal })),
    MAX_PAGES,
  );
}
