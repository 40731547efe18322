import { earlier, hasReached, later } from '#platform/instants.ts';
import type { Booking } from './booking.ts';

/** What the rule needs to know of the session. */
export interface CancellationTerms {
  startsAt: Temporal.Instant;
  cutoffAt: Temporal.Instant;
  movedAt: Temporal.Instant | null;
}

type GraceBearer = Pick<Booking, 'bookedAt' | 'graceUntil'>;

/**
 * Until when (exclusively) a member's cancellation is free.
 *
 * The cutoff, or the end of the grace after a promotion or a booking inside the cutoff, whichever is later; the start of
 * the session when it was moved after the booking was made. Never later than the start. Rule: DOMAIN "Cancel", "Sessions change".
 */
export function calculateFreeUntil(
  booking: GraceBearer,
  { startsAt, cutoffAt, movedAt }: CancellationTerms,
): Temporal.Instant {
  // A batch is decided at one instant: a booking and the move that followed it may bear the same time.
  if (movedAt && hasReached(movedAt, booking.bookedAt)) return startsAt;
  return earlier(booking.graceUntil ? later(cutoffAt, booking.graceUntil) : cutoffAt, startsAt);
}

/**
 * End of the grace for a seat taken at `now`, or null when the cutoff is still far enough away to need none.
 *
 * @param graceMinutes the studio's `promotionGraceMinutes`
 */
export function calculateGrace(
  now: Temporal.Instant,
  cutoffAt: Temporal.Instant,
  graceMinutes: number,
): Temporal.Instant | null {
  const end = now.add({ minutes: graceMinutes });
  return hasReached(end, cutoffAt) ? end : null;
}
