'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { api } from './browser-client.ts';
import { queryKeys } from './query-keys.ts';

/** Everybody who may see the studio's own pages, admins first. A studio with more than a hundred of each has other problems. */
export function useTeam() {
  return useQuery({
    queryKey: queryKeys.team,
    queryFn: async ({ signal }) => {
      const listOf = (role: 'admin' | 'staff') =>
        unwrap(api.GET('/api/v1/admin/users', { params: { query: { role, limit: 100 } }, signal }));
      const [admins, staff] = await Promise.all([listOf('admin'), listOf('staff')]);
      return [...admins.items, ...staff.items];
    },
  });
}
