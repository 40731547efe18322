'use client';

import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '#lib/api/query-keys.ts';

/** Looks again at what a step of a walk-in changes: how the person stands, the roster, and the day. Resolves when it is known. */
export function useDeskChange(sessionId: string, userId: string): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => {
    void queryClient.invalidateQueries({ queryKey: queryKeys.roster(sessionId) });
    void queryClient.invalidateQueries({ queryKey: queryKeys.deskDays });
    return queryClient.invalidateQueries({ queryKey: queryKeys.personInSession(sessionId, userId) });
  };
}
