import { hasReached } from '#platform/instants.ts';
import type { BookingState } from './booking.ts';

/** A booking as the front desk decides about it. */
export interface Attendance {
  id: string;
  state: BookingState;
  checkedInAt: Temporal.Instant | null;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** IANA zone of the location. */
  timeZone: string;
}

export type CheckInDecision =
  | { outcome: 'change' }
  /** It is as wanted. */
  | { outcome: 'unchanged' }
  | {
      outcome: 'refused';
      code: 'booking_not_active' | 'check_in_not_open' | 'check_in_closed';
      details: Record<string, string>;
    };

/** From the first moment of the day on which a session starts to the last of the day on which it ends, at its location. */
export function calculateCheckInWindow({
  startsAt,
  endsAt,
  timeZone,
}: Omit<Attendance, 'id' | 'state' | 'checkedInAt'>) {
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(timeZone).startOfDay();
  return { opensAt: dayOf(startsAt).toInstant(), closesAt: dayOf(endsAt).add({ days: 1 }).toInstant() };
}

/** Whether a member is checked in now: only who has a place, and only on the day. */
export function decideCheckIn(booking: Attendance, now: Temporal.Instant): CheckInDecision {
  return decide(booking, booking.checkedInAt !== null, now);
}

/** Whether a check-in is taken back, on the same day. What the no-show job makes of it is the job's business. */
export function decideUndoCheckIn(booking: Attendance, now: Temporal.Instant): CheckInDecision {
  return decide(booking, booking.checkedInAt === null, now);
}

function decide(booking: Attendance, done: boolean, now: Temporal.Instant): CheckInDecision {
  const { state } = booking;
  if (state !== 'active') return { outcome: 'refused', code: 'booking_not_active', details: { bookingState: state } };
  if (done) return { outcome: 'unchanged' };
  const { opensAt, closesAt } = calculateCheckInWindow(booking);
  if (!hasReached(now, opensAt)) {
    return { outcome: 'refused', code: 'check_in_not_open', details: { opensAt: opensAt.toString() } };
  }
  if (hasReached(now, closesAt)) {
    return { outcome: 'refused', code: 'check_in_closed', details: { closedAt: closesAt.toString() } };
  }
  return { outcome: 'change' };
}

/**
 * Which of a member's bookings is meant when they show their code: on the day, a place before a wait, one that is not over
 * before one that is, and then the one that starts nearest to now.
 */
export function chooseCheckIn<T extends Attendance>(bookings: readonly T[], now: Temporal.Instant): T | undefined {
  const distance = ({ startsAt }: Attendance) => Math.abs(now.since(startsAt).total('seconds'));
  const rank = (booking: Attendance) => [
    Number(booking.state !== 'active'),
    Number(hasReached(now, booking.endsAt)),
    distance(booking),
  ];
  return bookings
    .filter((booking) => {
      const { opensAt, closesAt } = calculateCheckInWindow(booking);
      return hasReached(now, opensAt) && !hasReached(now, closesAt);
    })
    .toSorted((a, b) => compareRanks(rank(a), rank(b)) || (a.id < b.id ? -1 : 1))[0];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
