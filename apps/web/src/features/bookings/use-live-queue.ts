'use client';

import type { Booking } from '#lib/api/types.ts';
import { useLiveSessions } from '#lib/live/use-live-sessions.ts';

/** Keeps my places, and my places in line, up to date while they can change. */
export function useLiveQueue(bookings: readonly Booking[]): void {
  useLiveSessions(bookings.filter(({ state }) => state !== 'canceled').map(({ session }) => session.id));
}
