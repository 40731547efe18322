'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { ATTENDANCE } from '../use-attendance.ts';
import { readCode } from './code-text.ts';

/** No request was made: what was scanned or typed cannot be a code. */
export class NoCode extends Error {}

export type CheckInByCode = ReturnType<typeof useCheckInByCode>;

/** Checks in whoever shows a code, in the session that is named, otherwise where they are expected now. */
export function useCheckInByCode() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ATTENDANCE,
    mutationFn: ({ text, sessionId }: { text: string; sessionId: string | null }) => {
      const code = readCode(text);
      if (!code) throw new NoCode('This is no check-in code');
      return unwrap(api.POST('/api/v1/admin/check-in', { body: { code, ...(sessionId && { sessionId }) } }));
    },
    onSuccess: ({ session }) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.roster(session.id) });
      void queryClient.invalidateQueries({ queryKey: queryKeys.deskDays });
    },
  });
}

/** Who is meant by a refusal, where the API knows it. */
export function personOf(error: unknown): { id: string; name: string } | null {
  if (!isProblem(error)) return null;
  const { userId: id, name } = error.problem as { userId?: string; name?: string };
  return id && name ? { id, name } : null;
}
