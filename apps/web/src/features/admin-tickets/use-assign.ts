import { unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminTicket } from '#lib/api/types.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import type { Assignment } from './assignment.ts';

export type Assign = ReturnType<typeof useAssign>;

/** Gives a member a ticket that nobody pays for here. */
export function useAssign(onAssigned: (ticket: AdminTicket) => void) {
  const queryClient = useQueryClient();
  return useIntent<AdminTicket, Assignment>(
    (body, key) => unwrap(api.POST('/api/v1/admin/tickets', { body, headers: { 'Idempotency-Key': key } })),
    {
      onSuccess: onAssigned,
      // Also when the answer got lost: the member may have the ticket all the same.
      onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.admin }),
    },
  );
}
