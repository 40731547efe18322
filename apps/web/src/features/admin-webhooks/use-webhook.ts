'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';

/** One webhook. */
export function useWebhook(id: string) {
  return useQuery({
    queryKey: queryKeys.webhook(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/webhooks/{id}', { params: { path: { id } }, signal })),
  });
}
