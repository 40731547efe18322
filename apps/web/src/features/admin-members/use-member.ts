'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Member } from '#lib/api/types.ts';

/** One account, as an admin sees it. */
export function useMember(id: string) {
  return useQuery({
    queryKey: queryKeys.member(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/users/{id}', { params: { path: { id } }, signal })),
  });
}

interface MemberChange {
  role?: Member['role'];
  blocked?: boolean;
  reason?: string;
}

/** Changes the account that was looked at; one that somebody else has changed meanwhile is refused. */
export function useChangeMember({ id, version }: Member, onChanged: (member: Pick<Member, 'role'>) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: MemberChange) =>
      unwrap(api.PATCH('/api/v1/admin/users/{id}', { params: { path: { id } }, body: { ...change, version } })),
    onSuccess: async (changed) => {
      queryClient.setQueryData(
        queryKeys.member(id),
        (member: Member | undefined) => member && { ...member, ...changed },
      );
      onChanged(changed);
      // A block ends devices, its end may move bookings up, and all of it is in the log.
      await queryClient.invalidateQueries({ queryKey: queryKeys.admin });
    },
  });
}
