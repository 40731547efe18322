'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { fetchAllPages } from '#lib/api/fetch-all-pages.ts';
import { queryKeys } from '#lib/api/query-keys.ts';

async function fetchCatalogue() {
  const [classes, locations, instructors] = await Promise.all([
    fetchAllPages((query) => unwrap(api.GET('/api/v1/classes', { params: { query } }))),
    fetchAllPages((query) => unwrap(api.GET('/api/v1/locations', { params: { query } }))),
    fetchAllPages((query) => unwrap(api.GET('/api/v1/instructors', { params: { query } }))),
  ]);
  return { classes, locations, instructors };
}

export type Catalogue = Awaited<ReturnType<typeof fetchCatalogue>>;

/** What sessions are made of. */
export function useCatalogue() {
  return useQuery({ queryKey: queryKeys.catalogue, queryFn: fetchCatalogue, staleTime: 60_000 });
}
