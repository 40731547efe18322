'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { ClassType } from '#lib/api/types.ts';

const NONE: ClassType[] = [];

/** The classes of the studio, for the names of those that a ticket is limited to; none until they are there. */
export function useClasses({ enabled }: { enabled: boolean }): ClassType[] {
  const { data = NONE } = useQuery({
    queryKey: queryKeys.classes,
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/classes', { signal }))).items,
    staleTime: 300_000,
    enabled,
  });
  return data;
}
