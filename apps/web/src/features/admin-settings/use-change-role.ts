'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';

export type Role = 'member' | 'staff' | 'admin';

/** Gives an account another role. */
export function useChangeRole(onChanged: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ userId, role, version }: { userId: string; role: Role; version?: string }) =>
      unwrap(
        api.PATCH('/api/v1/admin/users/{id}', {
          params: { path: { id: userId } },
          body: { role, ...(version && { version }) },
        }),
      ),
    onSuccess: () => {
      onChanged();
      return queryClient.invalidateQueries({ queryKey: queryKeys.team });
    },
  });
}
