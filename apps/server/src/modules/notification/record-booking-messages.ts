import { sql } from 'kysely';
import type { bookingEventsJob } from '#modules/booking/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { PayloadOf } from '#platform/jobs/define-job.ts';

/**
 * Puts what happened to bookings into their members' messages.
 *
 * Safe to run again: the cause is the event and its booking, and for a move the move as well, because a session may move twice.
 */
export async function recordBookingMessages(
  db: Database,
  { events }: PayloadOf<typeof bookingEventsJob>,
): Promise<void> {
  const kinds = events.map((event) => event.kind);
  const bookingIds = events.map((event) => event.bookingId);
  await sql`
    insert into messages (user_id, kind, booking_id, cause)
    select b.user_id, e.kind, b.id,
      concat_ws(':', e.kind, b.id, case e.kind when 'session_moved' then s.moved_at::text end)
    from unnest(${kinds}::text[], ${bookingIds}::uuid[]) e (kind, booking_id)
    join bookings b on b.id = e.booking_id
    join sessions s on s.id = b.session_id
    on conflict on constraint messages_one_per_cause do nothing`.execute(db);
}
