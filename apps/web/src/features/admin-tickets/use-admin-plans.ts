'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';

/** All plans in the order of the shop, the archived ones last. */
export function useAdminPlans() {
  return useQuery({
    queryKey: queryKeys.adminPlans,
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/admin/ticket-plans', { signal }))).items,
  });
}
