import type { Booking } from '#lib/api/types.ts';

/** How long before the start somebody may be on the way to the front desk. */
const AHEAD_MS = 3 * 3_600_000;

/** The place that a member is about to use: the next that starts within three hours or is on, and is not checked in yet. */
export function dueForCheckIn(bookings: readonly Booking[], now: number): Booking | null {
  const due = bookings.filter(
    ({ state, checkedInAt, session }) =>
      state === 'active' &&
      checkedInAt === null &&
      Date.parse(session.startsAt) - AHEAD_MS <= now &&
      now < Date.parse(session.endsAt),
  );
  return due.toSorted((a, b) => Date.parse(a.session.startsAt) - Date.parse(b.session.startsAt))[0] ?? null;
}
