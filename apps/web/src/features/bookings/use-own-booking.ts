'use client';

import { unwrap } from '@openmat/api-client';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Booking } from '#lib/api/types.ts';
import { useKnownRole } from '#lib/auth/session-provider.tsx';

/** More than anybody books ahead; a place beyond it is still refused as `already_booked`. */
const MAX_BOOKINGS = 100;

async function fetchUpcoming(signal: AbortSignal): Promise<Booking[]> {
  const query = { when: 'upcoming', limit: MAX_BOOKINGS } as const;
  const { items } = await unwrap(api.GET('/api/v1/bookings', { params: { query }, signal }));
  return items;
}

/** The signed-in member's bookings of sessions to come, canceled ones included. */
export function useUpcomingBookings(): UseQueryResult<Booking[]> {
  const role = useKnownRole();
  return useQuery({
    queryKey: queryKeys.bookingList('upcoming'),
    queryFn: ({ signal }) => fetchUpcoming(signal),
    enabled: role !== null,
  });
}

/** The member's place, or place in line, in a session. One request serves all sessions of the page. */
export function useOwnBooking(sessionId: string): { own: Booking | null; isLoading: boolean } {
  const { data, isLoading } = useUpcomingBookings();
  const own = data?.find(({ session, state }) => session.id === sessionId && state !== 'canceled');
  return { own: own ?? null, isLoading };
}
