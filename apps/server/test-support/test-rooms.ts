import type { AuditActor } from '../src/modules/audit/index.ts';
import type { Booking } from '../src/modules/booking/booking.ts';
import { decide } from '../src/modules/booking/decide.ts';
import { type Changes, type Member, noChanges, type Rooms } from '../src/modules/booking/rooms.ts';
import type { BookCommand, Decision, SeatCommand, SessionPatch } from '../src/modules/booking/seat-command.ts';
import { type LockedSession, SessionRoom } from '../src/modules/booking/session-room.ts';
import type { StudioPolicy } from '../src/modules/schedule/index.ts';
import type { Ticket } from '../src/modules/ticket/index.ts';

/** When every story begins. */
export const noon = Temporal.Instant.from('2026-05-20T12:00:00Z');

export const frontDesk: AuditActor = { id: 'front desk', role: 'staff', requestId: 'request 1', address: '192.0.2.1' };

type Duration = Temporal.DurationLike;
type SessionOptions = Partial<LockedSession> & { startsIn?: Duration; lasts?: Duration };
type MemberOptions = { tickets?: Partial<Ticket>[]; blocked?: boolean; erased?: boolean };

/** A ticket with this many entries; for an unlimited one, null. */
export function ticket(entriesLeft: number | null, overrides: Partial<Ticket> = {}): Partial<Ticket> {
  return { entriesLeft, unlimited: entriesLeft === null, ...overrides };
}

/**
 * A studio in memory, so that the rules can be tested without database, mocks or clock. Members and sessions are
 * called by name, and commands are decided by the same `decide` that the engine uses.
 */
export class TestRooms implements Rooms {
  now = noon;
  readonly policy: StudioPolicy;
  readonly sessions = new Map<string, SessionRoom>();
  readonly members = new Map<string, Member>();
  readonly released = new Set<string>();
  changes: Changes = noChanges();

  constructor(policy: Partial<StudioPolicy> = {}) {
    this.policy = {
      bookingOpensDaysBefore: 28,
      bookingClosesMinutesBefore: 0,
      cancellationCutoffMinutes: 120,
      waitlistClosesMinutesBefore: 120,
      promotionGraceMinutes: 15,
      overlappingBookingsAllowed: false,
      ...policy,
    };
  }

  /** One seat, two days ahead, for an hour, unless told otherwise. */
  addSession(id: string, { startsIn = { hours: 48 }, lasts = { hours: 1 }, ...row }: SessionOptions = {}): SessionRoom {
    const startsAt = row.startsAt ?? this.now.add(startsIn);
    const session: LockedSession = {
      id,
      classTypeId: 'yoga',
      classCutoffMinutes: null,
      instructorId: 'mira',
      locationId: 'riverside',
      timeZone: 'Europe/Ljubljana',
      startsAt,
      endsAt: startsAt.add(lasts),
      capacity: 1,
      revision: 0,
      state: 'scheduled',
      activeCount: 0,
      waitingCount: 0,
      overCapacity: false,
      nextQueueNumber: 1,
      bookingOpensDaysBefore: null,
      bookingClosesMinutesBefore: null,
      cancellationCutoffMinutes: null,
      movedAt: null,
      canceledAt: null,
      canceledReason: null,
      deletedAt: null,
      ...row,
    };
    const room = new SessionRoom(session, this.policy);
    room.addHeads([], true);
    this.sessions.set(id, room);
    return room;
  }

  /** With a ticket of five entries unless told otherwise. Tickets are called `anna 1`, `anna 2` … */
  addMember(id: string, { tickets = [ticket(5)], blocked = false, erased = false }: MemberOptions = {}): Member {
    const owned = tickets.map(
      (overrides, i): Ticket => ({
        id: `${id} ${i + 1}`,
        userId: id,
        unlimited: false,
        entriesLeft: 5,
        classTypeIds: null,
        state: 'active',
        validFrom: noon.subtract({ hours: 24 }),
        validUntil: noon.add({ hours: 24 * 90 }),
        validityDays: null,
        createdAt: noon.subtract({ hours: 24 }),
        ...overrides,
      }),
    );
    const member = { id, blocked, erased, tickets: owned, activeTimes: new Map() };
    this.members.set(id, member);
    return member;
  }

  addMembers(...ids: string[]): void {
    for (const id of ids) this.addMember(id);
  }

  /** Lets time pass. */
  wait(duration: Duration): void {
    this.now = this.now.add(duration);
  }

  /** Goes to a moment before the session's start; without a duration to the start itself. */
  waitUntilBefore(sessionId: string, duration: Duration = { seconds: 0 }): void {
    this.now = this.room(sessionId).session.startsAt.subtract(duration);
  }

  decide(command: SeatCommand): Decision {
    return decide(this, command);
  }

  book(userId: string, sessionId: string, options: Partial<BookCommand> = {}): Decision {
    return this.decide({ kind: 'book', sessionId, userId, ...options });
  }

  /** Everybody in turn. */
  bookAll(userIds: readonly string[], sessionId: string): void {
    for (const userId of userIds) this.book(userId, sessionId);
  }

  cancel(userId: string, sessionId: string, options: { forfeit?: boolean; staff?: AuditActor } = {}): Decision {
    const bookingId = this.bookingOf(userId, sessionId).id;
    return this.decide({ kind: 'cancel', sessionId, userId, bookingId, forfeit: false, ...options });
  }

  change(sessionId: string, patch: SessionPatch, allowOverCapacity = false): Decision {
    return this.decide({ kind: 'changeSession', sessionId, patch, allowOverCapacity, reason: null, staff: frontDesk });
  }

  cancelSession(sessionId: string): Decision {
    return this.decide({ kind: 'cancelSession', sessionId, reason: 'Mira is ill', staff: frontDesk });
  }

  deleteSession(sessionId: string): Decision {
    return this.decide({ kind: 'deleteSession', sessionId, reason: null, staff: frontDesk });
  }

  room(sessionId: string): SessionRoom {
    return must(this.sessions.get(sessionId), `session ${sessionId}`);
  }

  /** The member's open booking. */
  bookingOf(userId: string, sessionId: string): Booking {
    return must(this.room(sessionId).openBookingOf(userId), `booking of ${userId} in ${sessionId}`);
  }

  /** Who has a seat and who waits, each in the order of booking. */
  places(sessionId: string): { active: string[]; waiting: string[] } {
    const open = this.room(sessionId).openBookings();
    const of = (state: string) => open.filter((booking) => booking.state === state).map((booking) => booking.userId);
    return { active: of('active'), waiting: of('waiting') };
  }

  /** What is left on the member's first ticket. */
  entriesOf(userId: string): number | null | undefined {
    return this.members.get(userId)?.tickets[0]?.entriesLeft;
  }

  /** What this batch recorded about the queues: `ben promoted (seat_freed)`. */
  get verdicts(): string[] {
    return [...this.changes.promotions.values()].map(({ userId, outcome, cause }) => `${userId} ${outcome} (${cause})`);
  }

  /** What this batch spends and returns: `spend anna 1`. */
  get ledger(): string[] {
    return this.changes.ledger.map(({ kind, ticketId }) => `${kind} ${ticketId}`);
  }

  /** Whom this batch tells what: `booking_confirmed anna`. */
  get told(): string[] {
    const bookings = [...this.sessions.values()].map((room) => (id: string) => room.booking(id)?.userId);
    return this.changes.events.map((event) => {
      const { kind } = event;
      if ('sessionId' in event) return `${kind} ${event.sessionId}`;
      const { bookingId } = event;
      const userId = bookings.map((find) => find(bookingId)).find((id) => id !== undefined);
      return `${kind} ${userId}`;
    });
  }

  /** Begins the next batch: what was to be written so far has been written. */
  nextBatch(): this {
    this.changes = noChanges();
    return this;
  }
}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`no ${what}`);
  return value;
}
