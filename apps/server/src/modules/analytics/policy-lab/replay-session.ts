import { systemActor } from '#modules/audit/index.ts';
import { decide, type LockedSession, type Member, noChanges, type Rooms, SessionRoom } from '#modules/booking/index.ts';
import type { StudioPolicy } from '#modules/schedule/index.ts';
import { outcomeOf, type SessionOutcome } from './session-outcome.ts';
import type { BookingRecord, SessionRecord } from './session-record.ts';

interface Act {
  at: Temporal.Instant;
  kind: 'book' | 'cancel';
  record: BookingRecord;
}

/** Enough that nobody's entries run out: what a ticket had left at the time is not known. */
const PLENTY = 1_000_000;

/**
 * Lets everybody do again what they did, at the same moments, under other rules, and counts what comes of it.
 *
 * The rules are those of the booking engine itself. What they are not asked is in `ASSUMPTIONS`.
 *
 * @param present the policy under which it happened; tells who claimed a free seat after the list had closed
 */
export function replaySession(
  { session, bookings }: SessionRecord,
  capacity: number,
  policy: StudioPolicy,
  present: StudioPolicy,
): SessionOutcome {
  const rooms = emptyRooms(session, capacity, policy, bookings);
  const [room] = rooms.sessions.values();
  if (!room) throw new Error('a replay without its session');
  for (const { at, kind, record } of actsOf(session, bookings, present)) {
    rooms.now = at;
    const { userId, canceledReason } = record;
    if (kind === 'book') decide(rooms, { kind, sessionId: session.id, userId });
    else {
      const bookingId = room.openBookingOf(userId)?.id;
      const staff = canceledReason === 'member' || canceledReason === 'late' ? {} : { staff: systemActor };
      if (bookingId) decide(rooms, { kind, sessionId: session.id, bookingId, userId, forfeit: true, ...staff });
    }
  }
  rooms.now = session.startsAt;
  decide(rooms, { kind: 'closeList', sessionId: session.id });
  return outcomeOf(capacity, rooms.changes.newBookings);
}

/** Everything that was done, in its order. Those of one batch have one time; the queue tells who was first. */
function actsOf(session: LockedSession, bookings: readonly BookingRecord[], present: StudioPolicy): Act[] {
  const listClosed = session.startsAt.subtract({ minutes: present.waitlistClosesMinutesBefore });
  const { compare } = Temporal.Instant;
  const acts = bookings.flatMap((record) => {
    const { bookedAt, promotedAt, canceledAt, canceledReason } = record;
    const some: Act[] = [{ at: bookedAt, kind: 'book', record }];
    if (promotedAt && compare(promotedAt, listClosed) >= 0) some.push({ at: promotedAt, kind: 'book', record });
    if (canceledAt && canceledReason !== 'list_closed') some.push({ at: canceledAt, kind: 'cancel', record });
    return some;
  });
  const queued = ({ record }: Act) => record.queueNumber ?? 0;
  return acts.sort((a, b) => compare(a.at, b.at) || queued(a) - queued(b));
}

function emptyRooms(
  session: LockedSession,
  capacity: number,
  policy: StudioPolicy,
  bookings: readonly BookingRecord[],
): Rooms & { now: Temporal.Instant } {
  const room = new SessionRoom({ ...session, capacity }, policy);
  room.addHeads([], true);
  return {
    now: session.startsAt,
    policy,
    sessions: new Map([[session.id, room]]),
    members: new Map(bookings.map((record) => [record.userId, memberOf(record, session)])),
    released: new Set(),
    changes: noChanges(),
  };
}

/** A member who may book and has a ticket for it. */
function memberOf({ userId, limited }: BookingRecord, { startsAt }: LockedSession): Member {
  const ticket = {
    id: userId,
    userId,
    unlimited: !limited,
    entriesLeft: limited ? PLENTY : null,
    classTypeIds: null,
    state: 'active' as const,
    validFrom: startsAt,
    validUntil: startsAt.add({ hours: 1 }),
    validityDays: null,
    createdAt: startsAt,
  };
  return { id: userId, blocked: false, erased: false, tickets: [ticket], activeTimes: new Map() };
}
