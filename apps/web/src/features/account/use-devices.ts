'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Device } from '#lib/api/types.ts';
import { signOut, signOutEverywhere } from '#lib/auth/session.ts';

const PAGE_SIZE = 10;

/** The devices that are signed in, newest sign-in first. */
export function useDevices() {
  return useInfiniteQuery({
    queryKey: queryKeys.devices,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE_SIZE, ...(pageParam && { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/me/devices', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Signs out another device. One that has ended meanwhile only has to leave the list. */
export function useEndDevice() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Device) => unwrap(api.DELETE('/api/v1/me/devices/{id}', { params: { path: { id } } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.devices }),
  });
}

/** Signs out this device, alone or with all others. */
export function useEndHere(which: 'here' | 'all') {
  const router = useRouter();
  return useMutation({
    mutationFn: () => (which === 'all' ? signOutEverywhere() : signOut()),
    onSuccess: () => {
      if (which === 'here') router.push('/');
    },
  });
}
