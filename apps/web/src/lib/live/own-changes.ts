'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queryKeys } from '#lib/api/query-keys.ts';

const CHANNEL = 'openmat-own-changes';

let channel: BroadcastChannel | null = null;

/** Opened once per tab: a channel does not hear itself, but it would hear a second one of the same tab. */
function openChannel(): BroadcastChannel {
  channel ??= new BroadcastChannel(CHANNEL);
  return channel;
}

/** Call it when this user's bookings have changed: looks again at what follows from them, here and in the other tabs. */
export function refreshOwn(queryClient: QueryClient): Promise<unknown> {
  openChannel().postMessage('changed');
  return lookAgain(queryClient);
}

/** Looks again when another tab has changed something. */
export function useOwnChanges(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const tabs = openChannel();
    const hear = () => void lookAgain(queryClient);
    tabs.addEventListener('message', hear);
    return () => tabs.removeEventListener('message', hear);
  }, [queryClient]);
}

function lookAgain(queryClient: QueryClient): Promise<unknown> {
  const keys = [queryKeys.bookings, queryKeys.allSessions, queryKeys.tickets];
  return Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
