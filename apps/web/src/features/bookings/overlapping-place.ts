import type { Booking } from '#lib/api/types.ts';

type Place = Pick<Booking, 'id' | 'state' | 'session'>;

/** The member's place in another session at the time of this one; null when there is none (any more). */
export function overlappingPlace<P extends Place>(booking: Place, bookings: readonly P[]): P | null {
  const [start, end] = spanOf(booking);
  const overlaps = (other: P) => {
    const [otherStart, otherEnd] = spanOf(other);
    return other.id !== booking.id && other.state === 'active' && otherStart < end && start < otherEnd;
  };
  return bookings.find(overlaps) ?? null;
}

function spanOf({ session }: Place): [start: number, end: number] {
  return [Date.parse(session.startsAt), Date.parse(session.endsAt)];
}
