import { randomUUIDv7 } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Database } from '../src/platform/db/database.ts';
import type { DB } from '../src/platform/db/db-types.generated.ts';

type Row<T extends keyof DB> = Partial<Insertable<DB[T]>>;

/** Rows for tests, each with sensible values for everything the test does not care about. */
export function fixtures(db: Database) {
  return {
    user: (row: Row<'users'> = {}) =>
      insertUser(db, {
        name: 'Anna',
        email: `${randomUUIDv7()}@example.org`,
        passwordHash: 'unusable',
        role: 'member',
        ...row,
      }),
    session: async (row: Row<'sessions'> = {}) => {
      const startsAt = row.startsAt ?? hoursFromNow(48);
      return db
        .insertInto('sessions')
        .values({
          classTypeId: row.classTypeId ?? (await insertClassType(db)),
          locationId: row.locationId ?? (await insertLocation(db)),
          instructorId: row.instructorId ?? (await insertInstructor(db)),
          startsAt,
          endsAt: startsAt.add({ minutes: 60 }),
          capacity: 10,
          ...row,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
    },
    classType: (row: Row<'classTypes'> = {}) => insertClassType(db, row),
    location: (row: Row<'locations'> = {}) => insertLocation(db, row),
    instructor: (row: Row<'instructors'> = {}) => insertInstructor(db, row),
    /** Unlimited when `entries` is null. */
    ticket: async (userId: string, entries: number | null = 5, row: Row<'tickets'> = {}) => {
      const ticket = await db
        .insertInto('tickets')
        .values({
          userId,
          name: entries === null ? 'Unlimited' : `${entries} entries`,
          unlimited: entries === null,
          entriesLeft: entries,
          validFrom: hoursFromNow(-24),
          validUntil: hoursFromNow(24 * 90),
          ...row,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      await db
        .insertInto('ticketLedger')
        .values({ ticketId: ticket.id, kind: 'grant', entries: entries ?? 0 })
        .execute();
      return ticket;
    },
    plan: (row: Row<'ticketPlans'> = {}) =>
      db
        .insertInto('ticketPlans')
        .values({ name: 'Five entries', priceMinor: 7500, currency: 'EUR', entries: 5, validityDays: 90, ...row })
        .returningAll()
        .executeTakeFirstOrThrow(),
  };
}

/** An instant relative to now; negative for the past. */
export function hoursFromNow(hours: number): Temporal.Instant {
  return Temporal.Now.instant().add({ seconds: Math.round(hours * 3_600) });
}

function insertUser(db: Database, values: Insertable<DB['users']>) {
  return db.insertInto('users').values(values).returningAll().executeTakeFirstOrThrow();
}

async function insertClassType(db: Database, row: Row<'classTypes'> = {}): Promise<string> {
  const values = { name: 'Vinyasa Flow', ...row };
  return (await db.insertInto('classTypes').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

async function insertLocation(db: Database, row: Row<'locations'> = {}): Promise<string> {
  const values = { name: 'Riverside', timeZone: 'Europe/Ljubljana', ...row };
  return (await db.insertInto('locations').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

async function insertInstructor(db: Database, row: Row<'instructors'> = {}): Promise<string> {
  const values = { name: 'Mira Novak', ...row };
  return (await db.insertInto('instructors').values(values).returning('id').executeTakeFirstOrThrow()).id;
}
