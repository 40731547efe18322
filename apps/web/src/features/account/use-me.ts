'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Me, ProfileChanges } from '#lib/api/types.ts';
import { tokenKeeper } from '#lib/auth/session.ts';

/** The signed-in member's own account. */
export function useMe() {
  return useQuery({
    queryKey: queryKeys.me,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/me', { signal })),
  });
}

/** Changes the account; the frame of the page and other tabs hear of it. */
export function useUpdateMe(onSuccess?: (me: Me) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ProfileChanges) => unwrap(api.PATCH('/api/v1/me', { body })),
    onSuccess: (me) => {
      queryClient.setQueryData(queryKeys.me, me);
      tokenKeeper.updateUser(me);
      onSuccess?.(me);
    },
  });
}
