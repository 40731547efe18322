'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Booking } from '#lib/api/types.ts';
import { useLiveSessions } from '#lib/live/use-live-sessions.ts';

/** All who wait for a session hear of the same change; they do not all ask in the same moment. */
const SPREAD_MS = 1_000;

/** Looks at my places in line again when a session I wait for has moved. */
export function useLiveQueue(bookings: readonly Booking[]): void {
  const queryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waitedFor = bookings.filter(({ state }) => state === 'waiting').map(({ session }) => session.id);
  useLiveSessions(waitedFor, () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => void queryClient.invalidateQueries({ queryKey: queryKeys.bookings }),
      Math.random() * SPREAD_MS,
    );
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
