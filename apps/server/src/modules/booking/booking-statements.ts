import type { Statement } from './seat-sql.ts';

const statement = (name: string, text: string): Statement => ({ name: `seats.${name}`, text });

// Lock order everywhere: session → ticket → booking, ids ascending, so two batches cannot deadlock. Each lock is a
// statement of its own before the reads it protects: a snapshot taken earlier would show what was true before the wait.
export const lockSessions = statement(
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

export const waitsElsewhere = statement(
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
export const bookingsOfMembers = statement(
  'bookings-of-members',
  `select ${BOOKING} from unnest($1::uuid[], $2::uuid[]) pair (session_id, user_id)
   join bookings b on b.session_id = pair.session_id and b.user_id = pair.user_id and b.state <> 'canceled'`,
);
export const bookingsById = statement(
  'bookings-by-id',
  `select ${BOOKING} from bookings b where b.id = any($1::uuid[])`,
);
export const openBookings = statement(
  'open-bookings',
  `select ${BOOKING} from bookings b where b.session_id = any($1::uuid[]) and b.state <> 'canceled'`,
);
export const forfeitedBookings = statement(
  'forfeited-bookings',
  `select ${BOOKING} from bookings b where b.session_id = any($1::uuid[]) and b.entry_forfeited`,
);
export const bookingsOnTickets = statement(
  'bookings-on-tickets',
  `select ${BOOKING} from bookings b where b.ticket_id = any($1::uuid[]) and b.state = 'active'`,
);

export const queueHeads = statement(
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
export const lockTickets = statement(
  'lock-tickets',
  `select t.id, t.user_id "userId", t.unlimited, t.entries_left "entriesLeft", t.class_type_ids "classTypeIds", t.state,
     t.valid_from "validFrom", t.valid_until "validUntil", t.validity_days "validityDays", t.created_at "createdAt"
   from tickets t
   where t.user_id = any($1::uuid[]) and t.state <> 'revoked' and (t.valid_until is null or t.valid_until > coalesce($3::timestamptz, now()) or t.id = any($2::uuid[]))
   order by t.id for update of t`,
);

export const members = statement(
  'members',
  `select id, blocked_at is not null "blocked", deleted_at is not null "erased" from users where id = any($1::uuid[])`,
);

export const activeTimes = statement(
  'active-times',
  `select user_id "userId", session_id "sessionId", starts_at "startsAt", ends_at "endsAt" from bookings
   where user_id = any($1::uuid[]) and state = 'active' and starts_at > coalesce($2::timestamptz, now()) - interval '1 day'
     and ends_at > coalesce($2::timestamptz, now())`,
);

export const clockAndPolicy = statement(
  'clock-and-policy',
  `select coalesce($1::timestamptz, clock_timestamp()) "now", booking_opens_days_before "bookingOpensDaysBefore",
     booking_closes_minutes_before "bookingClosesMinutesBefore", cancellation_cutoff_minutes "cancellationCutoffMinutes",
     waitlist_closes_minutes_before "waitlistClosesMinutesBefore", promotion_grace_minutes "promotionGraceMinutes",
     overlapping_bookings_allowed "overlappingBookingsAllowed"
   from studio`,
);
