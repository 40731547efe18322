import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Act, act, MEMBERS, opening, openStudio, perform } from '../../../test-support/random-acts.ts';
import type { TestRooms } from '../../../test-support/test-rooms.ts';
import type { Booking } from './booking.ts';
import type { LedgerEntry } from './rooms.ts';
import type { SessionRoom } from './session-room.ts';

/** A studio through which anything may happen, checked after each step. */
class Story {
  readonly rooms: TestRooms;
  readonly #ledger: LedgerEntry[] = [];
  readonly #bookings = new Set<Booking>();
  readonly #entriesAtFirst: Map<string, number | null | undefined>;

  constructor(rooms: TestRooms) {
    this.rooms = rooms;
    this.#entriesAtFirst = new Map(MEMBERS.map((id) => [id, rooms.entriesOf(id)]));
  }

  happens(what: Act): void {
    const all = [...this.rooms.sessions.values()];
    const before = all.map((room) => ({ room, ...snapshot(this.rooms, room), ...this.#lateOf(room) }));
    perform(this.rooms, what);
    this.#ledger.push(...this.rooms.changes.ledger);
    for (const booking of this.rooms.changes.newBookings) this.#bookings.add(booking);
    for (const { room, seated, eligible, ...late } of before) {
      expectCounters(room);
      expectSeats(room);
      expectNobodyTwice(room);
      expectNobodyBesideFreeSeat(this.rooms, room);
      expectFairness(this.rooms, room, seated, eligible);
      this.#expectRefills(room, late);
    }
    for (const booking of this.#bookings) this.#expectPaid(booking);
    for (const userId of MEMBERS) this.#expectBalance(userId);
  }

  /** How often a paid seat was given up late, how many of those entries are still kept, and how often the queue moved up. */
  #lateOf({ session }: SessionRoom) {
    const bookings = [...this.#bookings].filter((booking) => booking.sessionId === session.id);
    const late = bookings.filter((b) => b.canceledReason === 'late' && this.rooms.entriesOf(b.userId) !== null);
    return {
      lost: late.length,
      kept: late.filter((booking) => booking.entryForfeited).length,
      promoted: bookings.filter((booking) => booking.promotedAt !== null).length,
    };
  }

  /** Each time the queue moves up, one entry that was lost late comes back, if there is one; all do when the session does not take place. */
  #expectRefills(room: SessionRoom, before: { lost: number; kept: number; promoted: number }): void {
    const { lost, kept, promoted } = this.#lateOf(room);
    const expected = Math.max(0, before.kept + (lost - before.lost) - (promoted - before.promoted));
    const takesPlace = room.session.state === 'scheduled' && !room.session.deletedAt;
    expect(kept).toBe(takesPlace ? expected : 0);
  }

  /** Invariant 4: a seat on a limited ticket is paid by one entry; one that waits or was canceled is not, unless forfeited. */
  #expectPaid(booking: Booking): void {
    const limited = this.rooms.entriesOf(booking.userId) !== null;
    const paid = limited && (booking.state === 'active' || booking.entryForfeited);
    const moves = this.#ledger.filter((entry) => entry.bookingId === booking.id);
    const count = (kind: string) => moves.filter((entry) => entry.kind === kind).length;
    expect(count('spend') - count('return')).toBe(paid ? 1 : 0);
    expect(count('spend')).toBeLessThanOrEqual(1);
  }

  /** Invariant 4: what is left is what there was, less what the ledger says; never less than nothing. */
  #expectBalance(userId: string): void {
    const [atFirst, left] = [this.#entriesAtFirst.get(userId), this.rooms.entriesOf(userId)];
    const moves = this.#ledger.filter((entry) => entry.ticketId === `${userId} 1`);
    const sum = moves.reduce((total, { kind }) => total + (kind === 'spend' ? -1 : 1), 0);
    if (atFirst == null) return void expect([left, moves]).toEqual([null, []]);
    expect(left).toBe(atFirst + sum);
    expect(left).toBeGreaterThanOrEqual(0);
  }
}

/** Invariant 1. */
function expectCounters(room: SessionRoom): void {
  const count = (state: string) => room.openBookings().filter((booking) => booking.state === state).length;
  const { activeCount, waitingCount } = room.session;
  expect({ activeCount, waitingCount }).toEqual({ activeCount: count('active'), waitingCount: count('waiting') });
}

/** Invariant 2, and what has ended is empty. */
function expectSeats({ session }: SessionRoom): void {
  expect(session.overCapacity).toBe(session.activeCount > session.capacity);
  if (session.state === 'canceled' || session.deletedAt) expect(session.activeCount + session.waitingCount).toBe(0);
}

/** Invariant 3, and every number in the queue is given once. */
function expectNobodyTwice(room: SessionRoom): void {
  const open = room.openBookings();
  expect(new Set(open.map((booking) => booking.userId)).size).toBe(open.length);
  const numbers = open.flatMap((booking) => booking.queueNumber ?? []);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(Math.max(0, ...numbers)).toBeLessThan(room.session.nextQueueNumber);
}

/** Invariant 5. */
function expectNobodyBesideFreeSeat(rooms: TestRooms, room: SessionRoom): void {
  if (!listIsOpen(rooms, room) || room.session.activeCount >= room.session.capacity) return;
  expect(waitersOf(room).filter(({ userId }) => mayTakeSeat(rooms, room, userId))).toEqual([]);
}

/** Nobody got a seat past somebody who waited longer and could have taken it before and after. */
function expectFairness(rooms: TestRooms, room: SessionRoom, seated: Set<string>, eligible: Set<string>): void {
  if (!listIsOpen(rooms, room)) return;
  const newlySeated = room.openBookings().filter(({ id, state }) => state === 'active' && !seated.has(id));
  for (const { queueNumber } of newlySeated) {
    const passedOver = waitersOf(room).filter(
      (waiter) =>
        (waiter.queueNumber ?? 0) < (queueNumber ?? Number.POSITIVE_INFINITY) &&
        eligible.has(waiter.id) &&
        mayTakeSeat(rooms, room, waiter.userId),
    );
    expect(passedOver).toEqual([]);
  }
}

function snapshot(rooms: TestRooms, room: SessionRoom) {
  const seated = room.openBookings().filter((booking) => booking.state === 'active');
  const eligible = waitersOf(room).filter(({ userId }) => mayTakeSeat(rooms, room, userId));
  const ids = (bookings: Booking[]) => new Set(bookings.map((booking) => booking.id));
  return { seated: ids(seated), eligible: ids(eligible) };
}

function waitersOf(room: SessionRoom): Booking[] {
  return room.openBookings().filter((booking) => booking.state === 'waiting');
}

/** The rules of DOMAIN "Promote" once more, from the bookings alone. */
function mayTakeSeat(rooms: TestRooms, { session }: SessionRoom, userId: string): boolean {
  const member = rooms.members.get(userId);
  if (!member || member.blocked) return false;
  if (rooms.entriesOf(userId) === 0) return false;
  if (rooms.policy.overlappingBookingsAllowed) return true;
  const { compare } = Temporal.Instant;
  return [...rooms.sessions.values()].every(
    (other) =>
      other.session.id === session.id ||
      other.openBookingOf(userId)?.state !== 'active' ||
      compare(other.session.startsAt, session.endsAt) >= 0 ||
      compare(other.session.endsAt, session.startsAt) <= 0,
  );
}

function listIsOpen({ now, policy }: TestRooms, { session }: SessionRoom): boolean {
  const closesAt = session.startsAt.subtract({ minutes: policy.waitlistClosesMinutesBefore });
  return session.state === 'scheduled' && !session.deletedAt && Temporal.Instant.compare(now, closesAt) < 0;
}

test('whatever happens, the invariants hold after every step', () => {
  fc.assert(
    fc.property(opening, fc.array(act, { maxLength: 80, size: 'max' }), (before, acts) => {
      const studio = new Story(openStudio(before));
      for (const what of acts) studio.happens(what);
    }),
    { numRuns: 100 },
  );
}, 30_000);
