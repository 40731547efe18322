import { type RawBuilder, sql } from 'kysely';
import type { Bookings } from '#platform/db/db-types.generated.ts';

/**
 * All bookings of a session, as a lateral table expression.
 *
 * There is no index over all of them (0006_booking.sql says why); two halves have one each, and the planner does not find that out
 * by itself: it would read every booking there is.
 *
 * @param session the name under which the query knows the session
 */
export function bookingsOfSession(session: string): RawBuilder<Bookings> {
  const id = sql.ref(`${session}.id`);
  return sql`(
    select * from bookings where session_id = ${id} and state <> 'canceled'
    union all
    select * from bookings where session_id = ${id} and state = 'canceled'
  )`;
}
