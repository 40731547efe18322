import { unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { useIntent } from '#lib/api/use-intent.ts';

export type Refund = ReturnType<typeof useRefund>;

/** Asks for money to go back. */
export function useRefund(id: string, onRequested: () => void) {
  const queryClient = useQueryClient();
  return useIntent(
    (body: { amount: number; reason: string }, key) => {
      const sent = { params: { path: { id } }, headers: { 'Idempotency-Key': key }, body };
      return unwrap(api.POST('/api/v1/admin/payments/{id}/refund', sent));
    },
    {
      onSuccess: onRequested,
      // Also when the answer got lost: the refund may have been promised all the same.
      onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.admin }),
    },
  );
}
