'use client';

import { unwrap } from '@openmat/api-client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Revocation } from '#lib/api/types.ts';

/** What revoking a ticket would do to bookings right now; null does not ask. */
export function useRevocation(ticketId: string | null): UseQueryResult<Revocation, Error> {
  return useQuery({
    queryKey: queryKeys.revocation(ticketId ?? ''),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/admin/tickets/{id}/revocation', { params: { path: { id: ticketId ?? '' } }, signal })),
    enabled: ticketId !== null,
    // Bookings may be made and canceled between two looks.
    staleTime: 0,
  });
}
