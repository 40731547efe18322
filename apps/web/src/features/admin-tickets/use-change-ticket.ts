'use client';

import { unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminTicket } from '#lib/api/types.ts';
import { useIntent } from '#lib/api/use-intent.ts';

interface Correction {
  /** The state of the ticket that was looked at. */
  version: string;
  entriesDelta?: number;
  validFrom?: string;
  validUntil?: string;
}

/** What an admin does to a ticket, and why. */
export type TicketChange =
  | { verb: 'freeze' | 'unfreeze' | 'revoke'; reason: string }
  | { verb: 'correct'; reason: string; correction: Correction };

/** Changes a ticket once, and brings everything up to date that may have changed with it: seats follow tickets. */
export function useChangeTicket(ticketId: string, onChanged: (ticket: AdminTicket) => void) {
  const queryClient = useQueryClient();
  return useIntent<AdminTicket, TicketChange>((change, key) => send(ticketId, change, key), {
    onSuccess: async (ticket) => {
      onChanged(ticket);
      await queryClient.invalidateQueries({ queryKey: queryKeys.admin });
    },
  });
}

function send(id: string, change: TicketChange, key: string): Promise<AdminTicket> {
  const { verb, reason } = change;
  const sent = { params: { path: { id } }, headers: { 'Idempotency-Key': key } };
  switch (verb) {
    case 'correct':
      return unwrap(api.PATCH('/api/v1/admin/tickets/{id}', { ...sent, body: { ...change.correction, reason } }));
    case 'freeze':
      return unwrap(api.POST('/api/v1/admin/tickets/{id}/freeze', { ...sent, body: { reason } }));
    case 'unfreeze':
      return unwrap(api.POST('/api/v1/admin/tickets/{id}/unfreeze', { ...sent, body: { reason } }));
    case 'revoke':
      return unwrap(api.POST('/api/v1/admin/tickets/{id}/revoke', { ...sent, body: { reason } }));
  }
}
