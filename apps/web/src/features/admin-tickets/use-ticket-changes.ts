'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';

/** More than anybody does to one ticket. */
const LIMIT = 100;

/** What the audit log has about a ticket, newest first. */
export function useTicketChanges(id: string) {
  const query = { entity: 'ticket', entityId: id, limit: LIMIT } as const;
  return useQuery({
    queryKey: queryKeys.adminTicketChanges(id),
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/admin/audit', { params: { query }, signal }))).items,
  });
}
