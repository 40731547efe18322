import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { waitingPosition } from './booking-read-model.ts';

/** A ticket that ends within so many days is worth a word at the desk. */
const EXPIRES_SOON_DAYS = 7;

type RosterRow = Awaited<ReturnType<ReturnType<typeof rosterRows>['executeTakeFirstOrThrow']>>;

interface RosterOptions {
  now: Temporal.Instant;
  /** Addresses are for admins: at the desk a name is enough. */
  withEmail: boolean;
}

/** Everybody who has a place or waits, in the order of the list: places by booking time, then the queue. */
export async function listRoster(db: Database, sessionId: string, options: RosterOptions) {
  const rows = await rosterRows(db)
    .where('b.sessionId', '=', sessionId)
    .where('b.state', '<>', 'canceled')
    .orderBy('b.state')
    .orderBy(sql`case when b.state = 'waiting' then b.queue_number end`)
    .orderBy('b.bookedAt')
    .orderBy('b.id')
    .execute();
  return rows.map((row) => rosterView(row, options));
}

/** One booking as the roster shows it. */
export async function findRosterEntry(db: Database, bookingId: string, options: RosterOptions) {
  return rosterView(await rosterRows(db).where('b.id', '=', bookingId).executeTakeFirstOrThrow(), options);
}

function rosterRows(db: Database) {
  return db
    .selectFrom('bookings as b')
    .innerJoin('users as u', 'u.id', 'b.userId')
    .innerJoin('tickets as t', 't.id', 'b.ticketId')
    .select(['b.id', 'b.state', 'b.bookedAt', 'b.checkedInAt', 'b.noShowAt', 'u.id as userId', 'u.name', 'u.email'])
    .select(['t.id as ticketId', 't.name as ticketName', 't.entriesLeft', 't.validUntil'])
    .select(waitingPosition.as('waitingPosition'))
    .select(
      // By `bookings_user`; most members have an earlier one, and the first that is found ends it.
      sql<boolean>`not exists (select from bookings e
        where e.user_id = b.user_id and e.starts_at < b.starts_at and e.state = 'active' and e.no_show_at is null)`.as(
        'firstVisit',
      ),
    );
}

function rosterView(row: RosterRow, { now, withEmail }: RosterOptions) {
  const { id, userId, name, email, state, waitingPosition: position, firstVisit, entriesLeft, validUntil } = row;
  const soon = now.add({ hours: 24 * EXPIRES_SOON_DAYS });
  return {
    bookingId: id,
    user: { id: userId, name, email: withEmail ? email : null },
    state,
    waitingPosition: position,
    bookedAt: row.bookedAt.toString(),
    checkedInAt: row.checkedInAt?.toString() ?? null,
    noShowAt: row.noShowAt?.toString() ?? null,
    firstVisit,
    ticket: {
      id: row.ticketId,
      name: row.ticketName,
      entriesLeft,
      // A place has spent its entry already; who waits will spend one when they move up.
      lastEntry: entriesLeft === (state === 'waiting' ? 1 : 0),
      validUntil: validUntil?.toString() ?? null,
      expiresSoon: validUntil !== null && Temporal.Instant.compare(validUntil, soon) < 0,
    },
  };
}
