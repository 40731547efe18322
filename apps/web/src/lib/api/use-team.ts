'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { api } from './browser-client.ts';
import { fetchAllPages } from './fetch-all-pages.ts';
import { queryKeys } from './query-keys.ts';

/** Everybody who may see the studio's own pages, admins first. */
export function useTeam() {
  return useQuery({
    queryKey: queryKeys.team,
    queryFn: async ({ signal }) => {
      const listOf = (role: 'admin' | 'staff') =>
        fetchAllPages((page) =>
          unwrap(api.GET('/api/v1/admin/users', { params: { query: { role, ...page } }, signal })),
        );
      return (await Promise.all([listOf('admin'), listOf('staff')])).flat();
    },
  });
}
