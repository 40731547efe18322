'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';

/** Any ticket with every change of its balance. */
export function useAdminTicket(id: string) {
  return useQuery({
    queryKey: queryKeys.adminTicket(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/tickets/{id}', { params: { path: { id } }, signal })),
  });
}
