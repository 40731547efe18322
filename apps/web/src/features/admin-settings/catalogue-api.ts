'use client';

import { type ApiClient, isProblem, unwrap } from '@openmat/api-client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { useIntent } from '#lib/api/use-intent.ts';

export type CatalogueKind = 'classes' | 'locations' | 'instructors';

/** What is edited of a class, a location or an instructor; each has some of these. */
export interface CatalogueValues {
  name: string;
  description?: string;
  cancellationCutoffMinutes?: number | null;
  address?: string;
  timeZone?: string;
  bio?: string;
}

export interface CatalogueItem extends CatalogueValues {
  id: string;
  version: string;
}

type Answer<T> = Promise<{ data?: T; error?: unknown; response: Response }>;
type Call<T> = (path: string, init: object) => Answer<T>;

/** The three kinds have the same routes; the client's types know each path by itself. */
const call = <T>(method: keyof ApiClient) => api[method] as unknown as Call<T>;

/** What can be chosen for sessions, or what is retired, by name. */
export function useCatalogueItems(kind: CatalogueKind, state: 'active' | 'retired') {
  const list = call<{ items: CatalogueItem[]; nextCursor: string | null }>('GET');
  return useInfiniteQuery({
    queryKey: queryKeys.managedCatalogue(kind, state),
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { isActive: state === 'active', limit: 50, ...(cursor && { cursor }) };
      return unwrap(list(`/api/v1/admin/${kind}`, { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export type CatalogueItems = ReturnType<typeof useCatalogueItems>;

/** Adds one, or changes the one that is given. */
export function useSaveItem(kind: CatalogueKind, item: CatalogueItem | null, onSaved: () => void) {
  const refresh = useRefresh();
  const send = (values: CatalogueValues, key: string) =>
    item
      ? unwrap(
          call<CatalogueItem>('PATCH')(`/api/v1/admin/${kind}/{id}`, {
            params: { path: { id: item.id } },
            body: { ...values, version: item.version },
          }),
        )
      : unwrap(
          call<CatalogueItem>('POST')(`/api/v1/admin/${kind}`, { body: values, headers: { 'Idempotency-Key': key } }),
        );
  return useIntent(send, {
    onSuccess: () => {
      onSaved();
      return refresh();
    },
    // Somebody else has retired it.
    onError: (error) => (isProblem(error, 'not_found') ? refresh() : undefined),
  });
}

/** Takes one out of the catalogue. */
export function useRetireItem(kind: CatalogueKind, id: string, onRetired: () => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async () => {
      try {
        await unwrap(call<null>('DELETE')(`/api/v1/admin/${kind}/{id}`, { params: { path: { id } } }));
      } catch (error) {
        // An attempt whose answer got lost has done it already.
        if (!isProblem(error, 'not_found')) throw error;
      }
    },
    onSuccess: () => {
      onRetired();
      return refresh();
    },
  });
}

/** Puts one that was retired back into the catalogue; the lists are read again, also after a refusal. */
export function useRestoreItem(kind: CatalogueKind, { id, version }: CatalogueItem, onRestored: () => void) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () =>
      unwrap(
        call<CatalogueItem>('PATCH')(`/api/v1/admin/${kind}/{id}`, {
          params: { path: { id } },
          body: { isActive: true, version },
        }),
      ),
    onSuccess: onRestored,
    onSettled: refresh,
  });
}

function useRefresh() {
  const queryClient = useQueryClient();
  return () =>
    Promise.all(
      [queryKeys.allManagedCatalogue, queryKeys.catalogue, queryKeys.classes].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
}
