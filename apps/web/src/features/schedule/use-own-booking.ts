'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Booking } from '#lib/api/types.ts';
import { useKnownRole } from '#lib/auth/session-provider.tsx';

/** More than anybody books ahead; a place beyond it is still refused as `already_booked`. */
const MAX_BOOKINGS = 100;

/** The coming bookings of the signed-in member, those that were canceled left out. */
export async function fetchOpenBookings(signal?: AbortSignal): Promise<Booking[]> {
  const query = { when: 'upcoming', limit: MAX_BOOKINGS } as const;
  const { items } = await unwrap(api.GET('/api/v1/bookings', { params: { query }, ...(signal && { signal }) }));
  return items.filter(({ state }) => state !== 'canceled');
}

/** The member's place, or place in line, in a session. One request serves all sessions of the page. */
export function useOwnBooking(sessionId: string): { own: Booking | null; isLoading: boolean } {
  const role = useKnownRole();
  const { data, isLoading } = useQuery({
    queryKey: queryKeys.bookingList('upcoming'),
    queryFn: ({ signal }) => fetchOpenBookings(signal),
    enabled: role !== null,
  });
  return { own: data?.find(({ session }) => session.id === sessionId) ?? null, isLoading };
}
