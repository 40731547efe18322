import { BOOKABLE_DAYS, type StudioSize } from './seed.ts';

/**
 * Gives bookings of random sessions, as pairs of member and session number. Members take turns, each time on another day,
 * so that nobody is in two sessions at once (as long as nobody has had more turns than there are bookable days).
 */
export function drawBookings({ members, sessions, sessionsPerDay }: StudioSize): (count: number) => Uint32Array {
  let turn = 0;
  return (count) => {
    const bookings = new Uint32Array(count * 2);
    for (let i = 0; i < count; i += 1, turn += 1) {
      const member = turn % members;
      const day = (member + Math.floor(turn / members)) % BOOKABLE_DAYS;
      const session = day * sessionsPerDay + Math.floor(Math.random() * sessionsPerDay);
      bookings[i * 2] = member + 1;
      bookings[i * 2 + 1] = Math.min(session, sessions - 1) + 1;
    }
    return bookings;
  };
}

/** Bookings of one session by the first `members`. */
export function bookingsOfOne(session: number, members: number): Uint32Array {
  return Uint32Array.from({ length: members * 2 }, (_, i) => (i % 2 === 0 ? i / 2 + 1 : session));
}
