import type { BookingEventKind } from './booking-events-job.ts';
import type { Rooms } from './rooms.ts';
import type { PromotionOutcome } from './seat-command.ts';

/** What a change of sessions means to somebody: a place or a wait that ends, a place got or not got, or only news of it. */
export type Effect = 'place_lost' | 'wait_ended' | 'promoted' | 'not_promoted' | 'told';

export interface Concerned {
  userId: string;
  /** Often the changed session; an entry that comes back may win a place in another one. */
  sessionId: string;
  effect: Effect;
  /** Why a place could not be taken. */
  reason: Exclude<PromotionOutcome, 'promoted' | 'claimed'> | null;
}

/** What was decided, for those who have to confirm it. */
export interface Consequences {
  concerned: Concerned[];
  entriesReturned: number;
  entriesSpent: number;
  /** What members are told; whoever wants no mails about bookings reads it in the app. */
  mails: { kind: BookingEventKind; count: number }[];
}

/** Reads off the decided rooms whom the decisions concern and what they cost. Pure. */
export function consequencesOf(rooms: Rooms): Consequences {
  const { ledger } = rooms.changes;
  const entriesReturned = ledger.filter(({ kind }) => kind === 'return').length;
  return {
    concerned: [...ended(rooms), ...considered(rooms), ...told(rooms)],
    entriesReturned,
    entriesSpent: ledger.length - entriesReturned,
    mails: mailsOf(rooms),
  };
}

function ended({ changes, now }: Rooms): Concerned[] {
  const canceled = [...changes.changedBookings].filter(({ canceledAt }) => canceledAt?.equals(now));
  return canceled.map(({ userId, sessionId, queueNumber, promotedAt }) => {
    const waited = queueNumber !== null && promotedAt === null;
    return { userId, sessionId, effect: waited ? 'wait_ended' : 'place_lost', reason: null };
  });
}

function considered({ changes }: Rooms): Concerned[] {
  // Who was passed over at first and got a place after all, with an entry that came back meanwhile, is promoted.
  const promoted = new Set(
    changes.promotions
      .values()
      .filter(isPromotion)
      .map(({ bookingId }) => bookingId),
  );
  return [...changes.promotions.values()].flatMap(({ userId, sessionId, bookingId, outcome }): Concerned[] => {
    if (outcome === 'promoted' || outcome === 'claimed') {
      return [{ userId, sessionId, effect: 'promoted', reason: null }];
    }
    return promoted.has(bookingId) ? [] : [{ userId, sessionId, effect: 'not_promoted', reason: outcome }];
  });
}

const isPromotion = ({ outcome }: { outcome: PromotionOutcome }) => outcome === 'promoted' || outcome === 'claimed';

/** Those who keep what they have and hear that it is at another time or place, or with somebody else. */
function told({ changes, sessions }: Rooms): Concerned[] {
  const ids = changes.events.flatMap((event) =>
    event.kind === 'session_moved' || event.kind === 'instructor_changed' ? [event.bookingId] : [],
  );
  const rooms = [...sessions.values()];
  return [...new Set(ids)].flatMap((id): Concerned[] => {
    const booking = rooms.map((room) => room.booking(id)).find((found) => found !== undefined);
    if (!booking) return [];
    return [{ userId: booking.userId, sessionId: booking.sessionId, effect: 'told', reason: null }];
  });
}

function mailsOf({ changes, sessions }: Rooms): Consequences['mails'] {
  const counts = new Map<BookingEventKind, number>();
  for (const event of changes.events) {
    const readers = event.kind === 'seat_opened' ? sessions.get(event.sessionId)?.session.waitingCount : 1;
    counts.set(event.kind, (counts.get(event.kind) ?? 0) + (readers ?? 0));
  }
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
