import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';

/** A booking and its session as they are now. */
export type BookingFacts = Awaited<ReturnType<typeof selectFacts>>[number];

/** Facts by the id of the booking. */
export async function findBookingFacts(
  db: Database,
  bookingIds: readonly string[],
): Promise<ReadonlyMap<string, BookingFacts>> {
  const rows = await selectFacts(db, bookingIds);
  return new Map(rows.map((row) => [row.bookingId, row]));
}

function selectFacts(db: Database, bookingIds: readonly string[]) {
  return (
    db
      .selectFrom('bookings')
      .innerJoin('sessions', 'sessions.id', 'bookings.sessionId')
      .innerJoin('locations', 'locations.id', 'sessions.locationId')
      .select([
        'bookings.id as bookingId',
        'bookings.userId as memberId',
        'bookings.ticketId',
        'bookings.state',
        'bookings.canceledReason',
        'bookings.bookedAt',
        'bookings.promotedAt',
        'bookings.canceledAt',
        'sessions.id as sessionId',
        'sessions.classTypeId as classId',
        'sessions.locationId',
        'sessions.instructorId',
        'sessions.state as sessionState',
        'sessions.startsAt',
        'sessions.endsAt',
        'sessions.revision',
        'sessions.updatedAt as sessionChangedAt',
        'sessions.canceledAt as sessionCanceledAt',
        'locations.timeZone',
      ])
      // One parameter however many there are: a session of thousands may be canceled.
      .where('bookings.id', '=', sql<string>`any (${bookingIds}::uuid[])`)
      .execute()
  );
}
