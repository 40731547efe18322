'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';

/** How the waiting list of a booking's session moved while it waited. */
export function useQueue(bookingId: string) {
  return useQuery({
    queryKey: queryKeys.queue(bookingId),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/bookings/{id}/queue', { params: { path: { id: bookingId } }, signal })),
  });
}
