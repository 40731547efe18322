import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { BookingEngine } from './booking-engine.ts';

/** The member's bookings and what was decided about them, for the export of their data. */
export async function exportBookings(db: Database, userId: string): Promise<Record<string, unknown>> {
  const [bookings, promotionDecisions] = await Promise.all([
    db.selectFrom('bookings').selectAll().where('userId', '=', userId).orderBy('startsAt', 'desc').execute(),
    db.selectFrom('promotionLog').selectAll().where('userId', '=', userId).orderBy('id').execute(),
  ]);
  return { bookings, promotionDecisions };
}

/** Gives up the member's coming places and places in line, as if they canceled each; a second run finds none. */
export async function giveUpPlaces(db: Database, engine: BookingEngine, userId: string): Promise<void> {
  const open = await db
    .selectFrom('bookings')
    .select(['id', 'sessionId', 'userId'])
    .where('userId', '=', userId)
    .where('state', '<>', 'canceled')
    .where('startsAt', '>', sql<Temporal.Instant>`now()`)
    .execute();
  for (const { id: bookingId, ...booking } of open) {
    await engine.run({ kind: 'cancel', bookingId, ...booking, forfeit: true });
  }
}
