import type { StudioPolicy } from '#modules/schedule/index.ts';
import type { Ticket } from '#modules/ticket/index.ts';
import type { Booking } from './booking.ts';
import type { LoadPlan, Pair } from './load-plan.ts';
import { type Member, noChanges, type Rooms } from './rooms.ts';
import type { SendSql, Statement } from './seat-sql.ts';
import { type LockedSession, SessionRoom } from './session-room.ts';

const statement = (name: string, text: string): Statement => ({ name: `seats.${name}`, text });

// Lock order everywhere: session → ticket → booking, ids ascending, so two batches cannot deadlock. Each lock is a
// statement of its own before the reads it protects: a snapshot taken earlier would show what was true before the wait.
const lockSessions = statement(
  'lock-sessions',
  `select s.id, s.class_type_id "classTypeId", c.cancellation_cutoff_minutes "classCutoffMinutes",
     s.instructor_id "instructorId", s.location_id "locationId", l.time_zone "timeZone",
     s.starts_at "startsAt", s.ends_at "endsAt", s.capacity, s.state, s.active_count "activeCount",
     s.waiting_count "waitingCount", s.over_capacity "overCapacity", s.next_queue_number "nextQueueNumber", s.revision,
     s.booking_opens_days_before "bookingOpensDaysBefore", s.booking_closes_minutes_before "bookingClosesMinutesBefore",
     s.cancellation_cutoff_minutes "cancellationCutoffMinutes", s.moved_at "movedAt", s.canceled_at "canceledAt",
     s.canceled_reason "canceledReason", s.deleted_at "deletedAt"
   from sessions s
   join class_types c on c.id = s.class_type_id
   join locations l on l.id = s.location_id
   where s.id = any($1::uuid[])
   order by s.id for update of s`,
);

const waitsElsewhere = statement(
  'waits-elsewhere',
  `select w.session_id "sessionId", w.user_id "userId" from bookings w
   where w.state = 'waiting' and w.user_id = any(array(
     select unnest($1::uuid[])
     union select a.user_id from bookings a where a.session_id = any($2::uuid[]) and a.state = 'active'
     union select f.user_id from bookings f where f.session_id = any($3::uuid[]) and f.entry_forfeited
     union select t.user_id from tickets t where t.id = any($4::uuid[])))`,
);

const BOOKING = `b.id, b.session_id "sessionId", b.user_id "userId", b.ticket_id "ticketId", b.state, b.queue_number "queueNumber",
  b.booked_by "bookedBy", b.booked_at "bookedAt", b.promoted_at "promotedAt", b.grace_until "graceUntil",
  b.canceled_at "canceledAt", b.canceled_reason "canceledReason", b.canceled_by "canceledBy", b.entry_forfeited "entryForfeited"`;

// One statement for each way to a booking, sent only when it is needed. As branches of one statement the planner priced them with the
// statistics of a moment, and read whole sessions for branches that had nothing to look for (14 ms per batch).
const bookingsOfMembers = statement(
  'bookings-of-members',
  `select ${BOOKING} from unnest($1::uuid[], $2::uuid[]) pair (session_id, user_id)
   join bookings b on b.session_id = pair.session_id and b.user_id = pair.user_id and b.state <> 'canceled'`,
);
const bookingsById = statement('bookings-by-id', `select ${BOOKING} from bookings b where b.id = any($1::uuid[])`);
const openBookings = statement(
  'open-bookings',
  `select ${BOOKING} from bookings b where b.session_id = any($1::uuid[]) and b.state <> 'canceled'`,
);
const forfeitedBookings = statement(
  'forfeited-bookings',
  `select ${BOOKING} from bookings b where b.session_id = any($1::uuid[]) and b.entry_forfeited`,
);
const bookingsOnTickets = statement(
  'bookings-on-tickets',
  `select ${BOOKING} from bookings b where b.ticket_id = any($1::uuid[]) and b.state = 'active'`,
);

const queueHeads = statement(
  'queue-heads',
  `select ${BOOKING} from sessions s
   cross join lateral (
     select * from bookings w where w.session_id = s.id and w.state = 'waiting' order by w.queue_number limit $3
   ) b
   where s.id = any($1::uuid[]) and s.waiting_count > 0 and (s.id = any($2::uuid[]) or s.active_count < s.capacity)
   order by s.id, b.queue_number`,
);

// All live tickets of a member are locked, whichever serves: that makes two batches with the same member wait for each
// other, so an overlap or the last entry cannot be decided twice.
const lockTickets = statement(
  'lock-tickets',
  `select t.id, t.user_id "userId", t.unlimited, t.entries_left "entriesLeft", t.class_type_ids "classTypeIds", t.state,
     t.valid_from "validFrom", t.valid_until "validUntil", t.validity_days "validityDays", t.created_at "createdAt"
   from tickets t
   where t.user_id = any($1::uuid[]) and t.state <> 'revoked' and (t.valid_until is null or t.valid_until > coalesce($3::timestamptz, now()) or t.id = any($2::uuid[]))
   order by t.id for update of t`,
);

const members = statement(
  'members',
  `select id, blocked_at is not null "blocked", deleted_at is not null "erased" from users where id = any($1::uuid[])`,
);

const activeTimes = statement(
  'active-times',
  `select user_id "userId", session_id "sessionId", starts_at "startsAt", ends_at "endsAt" from bookings
   where user_id = any($1::uuid[]) and state = 'active' and starts_at > coalesce($2::timestamptz, now()) - interval '1 day'
     and ends_at > coalesce($2::timestamptz, now())`,
);

const clockAndPolicy = statement(
  'clock-and-policy',
  `select coalesce($1::timestamptz, clock_timestamp()) "now", booking_opens_days_before "bookingOpensDaysBefore",
     booking_closes_minutes_before "bookingClosesMinutesBefore", cancellation_cutoff_minutes "cancellationCutoffMinutes",
     waitlist_closes_minutes_before "waitlistClosesMinutesBefore", promotion_grace_minutes "promotionGraceMinutes",
     overlapping_bookings_allowed "overlappingBookingsAllowed"
   from studio`,
);

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
