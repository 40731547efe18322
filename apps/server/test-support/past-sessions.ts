import { type Insertable, type Selectable, sql } from 'kysely';
import type { Database } from '../src/platform/db/database.ts';
import type { DB } from '../src/platform/db/db-types.generated.ts';
import { fixtures } from './fixtures.ts';

type Session = Selectable<DB['sessions']>;
type BookingRow = Partial<Insertable<DB['bookings']>>;

/** Rows of a past that nobody played through: sessions at wall times and bookings that ended as the test wants. */
export function pastSessions(db: Database) {
  const make = fixtures(db);

  return {
    /** A session at a wall time of its location, such as `2025-03-30T08:00[Europe/Ljubljana]`; for an hour. */
    at: (wall: string, row: Partial<Insertable<DB['sessions']>> = {}): Promise<Session> => {
      const startsAt = Temporal.ZonedDateTime.from(wall).toInstant();
      return make.session({ startsAt, endsAt: startsAt.add({ hours: 1 }), ...row });
    },

    /** A booking of somebody new with an unlimited ticket, holding a place unless told otherwise; the session counts it. */
    booking: async (session: Session, row: BookingRow = {}) => {
      const userId = row.userId ?? (await make.user()).id;
      const ticketId = row.ticketId ?? (await make.ticket(userId, null)).id;
      const { startsAt, endsAt } = session;
      const state = row.canceledReason ? 'canceled' : 'active';
      const booking = await db
        .insertInto('bookings')
        .values({
          sessionId: session.id,
          startsAt,
          endsAt,
          state,
          bookedAt: startsAt.subtract({ hours: 48 }),
          ...(row.canceledReason && { canceledAt: startsAt.subtract({ hours: 1 }) }),
          ...row,
          userId,
          ticketId,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      const counter = booking.state === 'active' ? 'activeCount' : booking.state === 'waiting' ? 'waitingCount' : null;
      if (counter) {
        const counted = { [counter]: sql<number>`${sql.ref(counter)} + 1` };
        await db.updateTable('sessions').set(counted).where('id', '=', session.id).execute();
      }
      return booking;
    },
  };
}
