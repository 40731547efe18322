'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { WebhookDelivery } from '#lib/api/types.ts';
import type { DeliverySearch } from './delivery-search.ts';

const PAGE_SIZE = 20;
const POLL_MS = 3_000;

/** What was sent to a webhook, newest first; asked for again while the first answer to something is awaited. */
export function useDeliveries(id: string, search: DeliverySearch) {
  return useInfiniteQuery({
    queryKey: queryKeys.deliveries(id, search),
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { ...search, limit: PAGE_SIZE, ...(cursor && { cursor }) };
      return unwrap(api.GET('/api/v1/admin/webhooks/{id}/deliveries', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isFirstAnswerAwaited)) ? POLL_MS : false,
  });
}

function isFirstAnswerAwaited({ status, attempts, lastError }: WebhookDelivery): boolean {
  return status === 'pending' && (attempts === 0 || lastError === null);
}
