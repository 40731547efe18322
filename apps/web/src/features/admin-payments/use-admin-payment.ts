'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { paymentPollDelay } from './timeline.ts';

/** One payment with everything that happened to it; asked for again while something is on its way. */
export function useAdminPayment(id: string) {
  return useQuery({
    queryKey: queryKeys.adminPayment(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/payments/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => paymentPollDelay(state.data),
  });
}
