'use client';

import { unwrap } from '@openmat/api-client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { ChartAnswer, ChartName, ChartQuery } from './chart-types.ts';

/** The path and the type of its answer belong together by `ChartAnswer`; the client's own types know each path by itself. */
type GetChart = (
  path: string,
  init: object,
) => Promise<{ data?: ChartAnswer<ChartName>; error?: unknown; response: Response }>;

/** The figures of a chart. While those of another period are on their way, the present ones stay. */
export function useChart<Name extends ChartName>(name: Name, query: ChartQuery) {
  return useQuery({
    queryKey: queryKeys.chart(name, query),
    queryFn: async ({ signal }) => {
      const answer = (api.GET as GetChart)(`/api/v1/admin/analytics/${name}`, { params: { query }, signal });
      return (await unwrap(answer)) as ChartAnswer<Name>;
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
