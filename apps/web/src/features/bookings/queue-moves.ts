import type { Booking } from '#lib/api/types.ts';

type Place = Pick<Booking, 'id' | 'state' | 'waitingPosition'>;

/** The bookings that wait, and have moved in line since. */
export function queueMoves<B extends Place>(before: readonly Place[], after: readonly B[]): B[] {
  const was = new Map(before.map((booking) => [booking.id, booking]));
  return after.filter(({ id, state, waitingPosition }) => {
    const earlier = was.get(id);
    return state === 'waiting' && earlier?.state === 'waiting' && earlier.waitingPosition !== waitingPosition;
  });
}
