'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { refreshOwn } from '#lib/live/own-changes.ts';

/** Books a session, or joins its waiting list; it stays pending until the page shows the new state. */
export function useBookSession() {
  const queryClient = useQueryClient();
  const refresh = () => refreshOwn(queryClient);
  return useIntent(
    (sessionId: string, idempotencyKey) =>
      unwrap(
        api.POST('/api/v1/bookings', {
          body: { sessionId },
          headers: { 'Idempotency-Key': idempotencyKey },
        }),
      ),
    {
      onSuccess: refresh,
      // A refusal means that the page shows an older state than the API has; except for the ticket, which it cannot show.
      onError: (error) => (isProblem(error, 'no_usable_ticket') ? undefined : refresh()),
    },
  );
}

export type BookSession = ReturnType<typeof useBookSession>;
