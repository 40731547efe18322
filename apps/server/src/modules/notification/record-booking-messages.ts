import { sql } from 'kysely';
import type { bookingEventsJob } from '#modules/booking/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { PayloadOf } from '#platform/jobs/define-job.ts';

/**
 * Puts what happened to bookings into their members' messages.
 *
 * Safe to run again: the cause is the event and its booking, and the session's revision where the same may happen again.
 */
export async function recordBookingMessages(
  db: Database,
  { events }: PayloadOf<typeof bookingEventsJob>,
): Promise<void> {
  const column = (value: (event: (typeof events)[number]) => unknown) => events.map((event) => value(event) ?? null);
  await sql`
    insert into messages (user_id, kind, booking_id, cause)
    select b.user_id, e.kind, b.id, concat_ws(':', e.kind, b.id, e.revision)
    from unnest(${column(({ kind }) => kind)}::text[], ${column(({ bookingId }) => bookingId)}::uuid[],
      ${column(({ sessionId }) => sessionId)}::uuid[], ${column(({ revision }) => revision)}::integer[])
      e (kind, booking_id, session_id, revision)
    join bookings b on b.id = e.booking_id or (b.session_id = e.session_id and b.state = 'waiting')
    on conflict on constraint messages_one_per_cause do nothing`.execute(db);
}
