'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { CancellationPreview } from '#lib/api/types.ts';

/** What canceling would do right now. It is asked anew each time, since every minute can change it. */
export function useCancellationPreview(bookingId: string) {
  return useQuery({
    queryKey: queryKeys.cancellation(bookingId),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/bookings/{id}/cancellation', { params: { path: { id: bookingId } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
}

/** Cancels a booking on the terms that the member has seen; better ones apply by themselves, worse ones are shown first. */
export function useCancelBooking(bookingId: string, onCanceled: () => void) {
  const queryClient = useQueryClient();
  const refresh = () =>
    Promise.all(
      [queryKeys.bookings, queryKeys.allSessions, queryKeys.tickets].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  const cancel = async ({ late }: CancellationPreview): Promise<void> => {
    const body = { forfeit: late };
    try {
      await unwrap(api.POST('/api/v1/bookings/{id}/cancel', { params: { path: { id: bookingId } }, body }));
    } catch (error) {
      // An attempt whose answer got lost has done it already.
      if (!isProblem(error, 'already_canceled')) throw error;
    }
    await refresh();
  };
  return useMutation({
    mutationFn: cancel,
    onSuccess: onCanceled,
    onError: () => queryClient.invalidateQueries({ queryKey: queryKeys.cancellation(bookingId) }),
  });
}
