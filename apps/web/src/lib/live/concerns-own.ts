import type { Booking } from '#lib/api/types.ts';
import type { SessionCounts } from './counts-log.ts';

/**
 * Whether new counters may mean something for one's own places: a session in which one has a place, or waits, has moved. It may
 * have been oneself, on another device.
 *
 * @param before the counters known until now; without any there is nothing to compare with
 */
export function concernsOwn(
  before: Omit<SessionCounts, 'sessionId'> | undefined,
  counts: SessionCounts,
  bookings: readonly Pick<Booking, 'state' | 'session'>[],
): boolean {
  if (!before || isSame(before, counts)) return false;
  return bookings.some(({ state, session }) => state !== 'canceled' && session.id === counts.sessionId);
}

function isSame(one: Omit<SessionCounts, 'sessionId'>, other: SessionCounts): boolean {
  return (['activeCount', 'waitingCount', 'capacity', 'state'] as const).every((name) => one[name] === other[name]);
}
