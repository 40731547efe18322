import type { StudioPolicy } from '#modules/schedule/index.ts';
import type { Ticket } from '#modules/ticket/index.ts';
import type { Booking } from './booking.ts';
import {
  activeTimes,
  bookingsById,
  bookingsOfMembers,
  bookingsOnTickets,
  clockAndPolicy,
  forfeitedBookings,
  lockSessions,
  lockTickets,
  members,
  openBookings,
  queueHeads,
  waitsElsewhere,
} from './booking-statements.ts';
import type { LoadPlan, Pair } from './load-plan.ts';
import { type Member, noChanges, type Rooms } from './rooms.ts';
import type { SendSql, Statement } from './seat-sql.ts';
import { type LockedSession, SessionRoom } from './session-room.ts';

/** Sessions whose rows are locked, with what was read of their bookings afterwards. */
interface HeldSessions {
  locked: LockedSession[];
  concerned: Booking[];
  heads: Booking[];
}

/** Members whose tickets are locked, and the database's clock after that. */
interface HeldMembers {
  tickets: Ticket[];
  users: { id: string; blocked: boolean; erased: boolean }[];
  times: { userId: string; sessionId: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant }[];
  clock: (StudioPolicy & { now: Temporal.Instant }) | undefined;
}

/** What a plan names, locked and read; also the answers, which must be read after the locks. */
export interface Held<Answers> {
  sessions: HeldSessions;
  /** Already held where nothing but bookings is planned; whom else they concern turns out with the sessions. */
  members: HeldMembers | undefined;
  answers: Answers;
}

/**
 * The first pipelined round trip: locks the sessions that the plan names and loads their bookings. Where members are known
 * beforehand their tickets are locked in the same trip, which is then mostly the only one.
 *
 * @param now the time to decide at; null for the database's clock after the locks were taken
 */
export async function holdPlanned<Answers>(
  send: SendSql,
  plan: LoadPlan,
  now: Temporal.Instant | null,
  loadAnswers: () => Promise<Answers>,
): Promise<Held<Answers>> {
  const waits = await waitsOfReleased(send, plan);
  const [sessions, members, answers] = await all([
    holdSessions(send, plan, waits),
    plan.onlyBooks ? holdMembers(send, plan.userIds, [], now) : Promise.resolve(undefined),
    loadAnswers(),
  ]);
  return { sessions, members, answers };
}

async function holdSessions(send: SendSql, plan: LoadPlan, waits: readonly Pair[]): Promise<HeldSessions> {
  const sessionIds = [...new Set([...plan.sessionIds, ...waits.map((wait) => wait.sessionId)])];
  const pairs = [...plan.pairs, ...waits];
  const whenAny = (query: Statement, ids: string[]) =>
    ids.length > 0 ? send<Booking>(query, [ids]) : Promise.resolve([]);
  const [locked, heads, ...found] = await all([
    send<LockedSession>(lockSessions, [sessionIds]),
    send<Booking>(queueHeads, [sessionIds, plan.freeingSessionIds, plan.headLimit]),
    send<Booking>(forfeitedBookings, [sessionIds]),
    send<Booking>(bookingsOfMembers, [pairs.map((pair) => pair.sessionId), pairs.map((pair) => pair.userId)]),
    whenAny(bookingsById, plan.bookingIds),
    whenAny(openBookings, plan.fullSessionIds),
    whenAny(bookingsOnTickets, plan.withdrawnTicketIds),
  ]);
  return { locked, concerned: found.flat(), heads };
}

async function holdMembers(
  send: SendSql,
  userIds: readonly string[],
  ticketIds: readonly string[],
  now: Temporal.Instant | null,
): Promise<HeldMembers> {
  const [tickets, users, times, [clock]] = await all([
    send<Ticket>(lockTickets, [userIds, ticketIds, now]),
    send<HeldMembers['users'][number]>(members, [userIds]),
    send<HeldMembers['times'][number]>(activeTimes, [userIds, now]),
    send<StudioPolicy & { now: Temporal.Instant }>(clockAndPolicy, [now]),
  ]);
  return { tickets, users, times, clock };
}

/**
 * Completes the rooms; with a second round trip where the sessions brought up members that the plan did not name. Tickets that are
 * locked then may be out of order, which happens only beside a seat or an entry that waits for somebody: PostgreSQL notices a
 * deadlock and the batch is tried again.
 */
export async function loadRooms(
  send: SendSql,
  { sessions, members }: Pick<Held<unknown>, 'sessions' | 'members'>,
  userIds: readonly string[],
  now: Temporal.Instant | null,
): Promise<Rooms> {
  const { locked, concerned, heads } = sessions;
  const bookings = [...concerned, ...heads];
  const known = new Set(members?.users.map((user) => user.id));
  const lacking = new Set([...userIds, ...bookings.map((booking) => booking.userId)]).difference(known);
  const ticketIds = bookings.map((booking) => booking.ticketId);
  const heldIds = new Set(members?.tickets.map((ticket) => ticket.id));
  const others =
    !members || lacking.size > 0 || ticketIds.some((id) => !heldIds.has(id))
      ? await holdMembers(send, [...lacking, ...bookings.map((booking) => booking.userId)], ticketIds, now)
      : undefined;
  const clock = others?.clock ?? members?.clock;
  if (!clock) throw new Error('the studio row is missing');
  const rooms = furnish(locked, clock, concerned, heads);
  const held = [members, others].filter((some) => some !== undefined);
  return {
    now: clock.now,
    policy: clock,
    sessions: rooms,
    members: gather(held),
    released: new Set(),
    changes: noChanges(),
  };
}

function gather(held: readonly HeldMembers[]): Map<string, Member> {
  const byId = new Map<string, Member>();
  for (const { users, tickets, times } of held) {
    // A member who was loaded twice is complete the second time: with the tickets of bookings, whether still valid or not.
    for (const user of users) byId.set(user.id, { ...user, tickets: [], activeTimes: new Map() });
    for (const ticket of tickets) byId.get(ticket.userId)?.tickets.push(ticket);
    for (const { userId, sessionId, ...time } of times) byId.get(userId)?.activeTimes.set(sessionId, time);
  }
  return byId;
}

/** Where released members wait: those sessions are locked along with the rest, so that the promotion there is one commit with its cause. */
async function waitsOfReleased(send: SendSql, plan: LoadPlan): Promise<Pair[]> {
  const { releasedUserIds, releasedSessionIds, refilledSessionIds, withdrawnTicketIds } = plan;
  const released = [releasedUserIds, releasedSessionIds, refilledSessionIds, withdrawnTicketIds];
  return released.some((ids) => ids.length > 0) ? send<Pair>(waitsElsewhere, released) : [];
}

function furnish(
  locked: readonly LockedSession[],
  policy: StudioPolicy,
  concerned: readonly Booking[],
  heads: readonly Booking[],
): Map<string, SessionRoom> {
  const rooms = new Map(locked.map((session) => [session.id, new SessionRoom(session, policy)]));
  const headsBySession = Map.groupBy(heads, (booking) => booking.sessionId);
  // Heads first: a waiter that a command names as well must be the same object.
  for (const [sessionId, room] of rooms) {
    const waiters = headsBySession.get(sessionId) ?? [];
    room.addHeads(waiters, waiters.length === room.session.waitingCount);
  }
  for (const booking of concerned) rooms.get(booking.sessionId)?.add(booking);
  return rooms;
}

/**
 * Waits for every answer before it fails with the first error: what is still in the pipe must not reject unheard.
 */
export async function all<T extends readonly unknown[]>(promises: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const settled = await Promise.allSettled(promises as readonly Promise<unknown>[]);
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
  return settled.map((result) => (result as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
