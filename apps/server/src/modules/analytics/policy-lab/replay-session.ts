import { systemActor } from '#modules/audit/index.ts';
import { decide, type LockedSession, type Member, noChanges, type Rooms, SessionRoom } from '#modules/booking/index.ts';
import type { StudioPolicy } from '#modules/schedule/index.ts';
import type { Act } from './session-acts.ts';
import { outcomeOf, type SessionOutcome } from './session-outcome.ts';
import type { BookingRecord } from './session-record.ts';

/** Enough that nobody's entries run out: what a ticket had left at the time is not known. */
const PLENTY = 1_000_000;

/**
 * Lets everybody do again what they did, at the same moments, under other rules, and counts what comes of it.
 *
 * The rules are those of the booking engine itself. What they are not asked is in `ASSUMPTIONS`.
 */
export function replaySession(
  session: LockedSession,
  acts: readonly Act[],
  capacity: number,
  policy: StudioPolicy,
): SessionOutcome {
  const room = new SessionRoom({ ...session, capacity }, policy);
  room.addHeads([], true);
  const rooms: Rooms & { now: Temporal.Instant } = {
    now: session.startsAt,
    policy,
    sessions: new Map([[session.id, room]]),
    members: membersOf(session, acts),
    released: new Set(),
    changes: noChanges(),
  };
  for (const act of acts) {
    rooms.now = act.at;
    replayAct(rooms, room, act);
  }
  rooms.now = session.startsAt;
  decide(rooms, { kind: 'closeList', sessionId: session.id });
  return outcomeOf(capacity, rooms.changes.newBookings);
}

function replayAct(rooms: Rooms, room: SessionRoom, { kind, record }: Act): void {
  const { userId, canceledReason } = record;
  const sessionId = room.session.id;
  if (kind === 'book') {
    // Only staff books into a session that is on; members would be refused.
    const isLate = Temporal.Instant.compare(rooms.now, room.session.startsAt) >= 0;
    decide(rooms, { kind, sessionId, userId, ...(isLate && { staff: systemActor }) });
    return;
  }
  const bookingId = room.openBookingOf(userId)?.id;
  const byMember = canceledReason === 'member' || canceledReason === 'late';
  const staff = byMember ? {} : { staff: systemActor };
  if (bookingId) decide(rooms, { kind, sessionId, bookingId, userId, forfeit: true, ...staff });
}

/** Members who may book, each with a ticket for it. */
function membersOf({ startsAt, endsAt }: LockedSession, acts: readonly Act[]): Map<string, Member> {
  const ticketOf = ({ userId, limited }: BookingRecord) => ({
    id: userId,
    userId,
    unlimited: !limited,
    entriesLeft: limited ? PLENTY : null,
    classTypeIds: null,
    state: 'active' as const,
    validFrom: startsAt,
    validUntil: endsAt,
    validityDays: null,
    createdAt: startsAt,
  });
  const memberOf = (record: BookingRecord): Member => ({
    id: record.userId,
    blocked: false,
    erased: false,
    tickets: [ticketOf(record)],
    activeTimes: new Map(),
  });
  return new Map(acts.map(({ record }) => [record.userId, memberOf(record)]));
}
