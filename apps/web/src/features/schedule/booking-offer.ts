import type { Booking, Session } from '#lib/api/types.ts';

/** What a visitor can do with a session now; it decides the words on its button. */
export type Offer =
  | { kind: 'book' }
  | { kind: 'join'; waitingCount: number }
  | { kind: 'booked' }
  | { kind: 'checkedIn' }
  | { kind: 'waiting'; position: number | null }
  | { kind: 'opens'; at: string }
  | { kind: 'full' }
  | { kind: 'closed' }
  | { kind: 'started' }
  | { kind: 'over' }
  | { kind: 'canceled' };

type Times = Pick<Session, 'startsAt' | 'endsAt' | 'bookingOpensAt' | 'bookingClosesAt' | 'waitlistClosesAt'>;
export type Room = Times & Pick<Session, 'state' | 'capacity' | 'activeCount' | 'waitingCount'>;
export type OwnPlace = Pick<Booking, 'state' | 'waitingPosition' | 'checkedInAt'>;

/**
 * What a session offers to a visitor. The API decides in the end; this says beforehand what it will answer.
 *
 * @param own the visitor's place, or place in line, there
 * @param now epoch milliseconds
 */
export function bookingOffer(session: Room, own: OwnPlace | null, now: number): Offer {
  const isBefore = (instant: string) => now < Date.parse(instant);
  if (session.state === 'canceled') return { kind: 'canceled' };
  if (own?.state === 'active') return { kind: own.checkedInAt ? 'checkedIn' : 'booked' };
  if (!isBefore(session.startsAt)) return { kind: isBefore(session.endsAt) ? 'started' : 'over' };

  const hasSeat = session.activeCount < session.capacity;
  const listMoves = isBefore(session.waitlistClosesAt);
  // Once the list is closed a free seat goes to whoever comes first, also to one who waits.
  if (own?.state === 'waiting' && (listMoves || !hasSeat)) return { kind: 'waiting', position: own.waitingPosition };

  if (isBefore(session.bookingOpensAt)) return { kind: 'opens', at: session.bookingOpensAt };
  if (!isBefore(session.bookingClosesAt)) return { kind: 'closed' };
  if (hasSeat) return { kind: 'book' };
  return listMoves ? { kind: 'join', waitingCount: session.waitingCount } : { kind: 'full' };
}

/** Whether pressing the button does something; otherwise it states how things are. */
export function isAction({ kind }: Offer): boolean {
  return kind === 'book' || kind === 'join';
}

/** When the passing of time alone next changes an offer, in epoch milliseconds; infinite when it never does. */
export function nextOfferChange(sessions: readonly Times[], now: number): number {
  const moments = sessions.flatMap(({ startsAt, endsAt, bookingOpensAt, bookingClosesAt, waitlistClosesAt }) =>
    [startsAt, endsAt, bookingOpensAt, bookingClosesAt, waitlistClosesAt].map((instant) => Date.parse(instant)),
  );
  return Math.min(...moments.filter((moment) => moment > now), Number.POSITIVE_INFINITY);
}
