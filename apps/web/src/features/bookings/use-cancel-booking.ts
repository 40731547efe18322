'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useToast } from '#components/ui/toast.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Booking, CancellationPreview } from '#lib/api/types.ts';
import { refreshOwn } from '#lib/live/own-changes.ts';

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
export function useCancelBooking({ id, state }: Pick<Booking, 'id' | 'state'>, onCanceled: () => void) {
  const t = useTranslations('cancel');
  const toast = useToast();
  const queryClient = useQueryClient();
  const cancel = async ({ late, entryReturned }: CancellationPreview): Promise<{ entryReturned: boolean }> => {
    const body = { forfeit: late };
    try {
      return await unwrap(api.POST('/api/v1/bookings/{id}/cancel', { params: { path: { id } }, body }));
    } catch (error) {
      // An attempt whose answer got lost has done it already.
      if (isProblem(error, 'already_canceled')) return { entryReturned };
      throw error;
    }
  };
  return useMutation({
    mutationFn: cancel,
    onSuccess: async ({ entryReturned }) => {
      await refreshOwn(queryClient);
      toast({ text: t(state === 'waiting' ? 'left' : entryReturned ? 'canceledReturned' : 'canceled'), tone: 'good' });
      onCanceled();
    },
    onError: () => queryClient.invalidateQueries({ queryKey: queryKeys.cancellation(id) }),
  });
}
