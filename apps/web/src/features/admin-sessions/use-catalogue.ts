'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';

const everything = { params: { query: { limit: 100 } } };

async function fetchCatalogue() {
  const [classes, locations, instructors] = await Promise.all([
    unwrap(api.GET('/api/v1/classes', everything)),
    unwrap(api.GET('/api/v1/locations', everything)),
    unwrap(api.GET('/api/v1/instructors', everything)),
  ]);
  return { classes: classes.items, locations: locations.items, instructors: instructors.items };
}

export type Catalogue = Awaited<ReturnType<typeof fetchCatalogue>>;

/** What sessions are made of. */
export function useCatalogue() {
  return useQuery({ queryKey: queryKeys.catalogue, queryFn: fetchCatalogue, staleTime: 60_000 });
}
