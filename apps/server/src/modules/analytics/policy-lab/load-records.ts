import { sql } from 'kysely';
import { bookingsOfSession } from '#modules/booking/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { Period } from '../period.ts';
import { sessionsIn } from '../sessions-in.ts';
import type { BookingRecord, SessionRecord } from './session-record.ts';

type Session = SessionRecord['session'];

/** The sessions of a period that were held, with all that was done about them. */
export async function loadRecords(db: Database, period: Period, now: Temporal.Instant): Promise<SessionRecord[]> {
  const sessions = await loadSessions(db, period, now);
  const bookings = Map.groupBy(await loadBookings(db, period), ({ sessionId }) => sessionId);
  return sessions.map((session) => ({ session, bookings: bookings.get(session.id) ?? [] }));
}

/** As they were before anybody came. */
async function loadSessions(db: Database, period: Period, now: Temporal.Instant): Promise<Session[]> {
  const { rows } = await sql<Session>`
    select s.id, s.class_type_id, c.cancellation_cutoff_minutes as class_cutoff_minutes, s.instructor_id, s.location_id, l.time_zone,
      s.starts_at, s.ends_at, s.capacity, s.revision, s.state, 0 as active_count, 0 as waiting_count, false as over_capacity,
      1 as next_queue_number, 0 as booking_closes_minutes_before, ${ANY_TIME_AHEAD}::int as booking_opens_days_before,
      s.cancellation_cutoff_minutes, s.moved_at, null as canceled_at, null as canceled_reason, null as deleted_at
    from ${sessionsIn(period, {})} held
    join sessions s on s.id = held.id join locations l on l.id = s.location_id join class_types c on c.id = s.class_type_id
    where s.starts_at <= ${now}`.execute(db);
  return rows;
}

/** Longer ahead than anybody books. */
const ANY_TIME_AHEAD = 3_650;

async function loadBookings(db: Database, period: Period) {
  const { rows } = await sql<BookingRecord & { sessionId: string }>`
    select b.session_id, b.user_id, not t.unlimited as limited, b.booked_at, b.queue_number, b.promoted_at, b.canceled_at,
      -- Whoever still waits when it has begun only waits for the job that says so.
      case when b.state = 'waiting' then 'list_closed' else b.canceled_reason end as canceled_reason, b.entry_forfeited
    from ${sessionsIn(period, {})} s cross join lateral ${bookingsOfSession('s')} b join tickets t on t.id = b.ticket_id
    order by b.id`.execute(db);
  return rows;
}
