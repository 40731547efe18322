import { sql } from 'kysely';
import type { Database, Tx } from '#platform/db/database.ts';
import { decodeCursor, page } from '#platform/http/cursor.ts';

export type SeriesRow = Awaited<ReturnType<typeof seriesRows>>[number];

export interface SeriesQuery {
  limit?: number;
  cursor?: string;
  classId?: string;
  locationId?: string;
  instructorId?: string;
  /** Without it both the active and those that an admin ended. */
  isActive?: boolean;
  /** Whether its last day, if it has one, is still to come or today at its location, and no admin ended it. Without it both. */
  going?: boolean;
}

const isGoing = sql<boolean>`(r.deleted_at is null and (r.ends_on is null or r.ends_on >= (now() at time zone l.time_zone)::date))`;

/** One page of series, the newest first. */
export async function listSeries<View>(db: Database, query: SeriesQuery, toView: (row: SeriesRow) => View) {
  const { limit = 50, cursor, classId, locationId, instructorId, isActive, going } = query;
  // Ids are UUIDv7: their order is that of creation.
  let rows = seriesWithNames(db)
    .orderBy('r.id', 'desc')
    .limit(limit + 1);
  if (classId) rows = rows.where('r.classTypeId', '=', classId);
  if (locationId) rows = rows.where('r.locationId', '=', locationId);
  if (instructorId) rows = rows.where('r.instructorId', '=', instructorId);
  if (isActive !== undefined) rows = rows.where('r.deletedAt', isActive ? 'is' : 'is not', null);
  if (going !== undefined) rows = rows.where(going ? isGoing : sql<boolean>`not ${isGoing}`);
  if (cursor !== undefined) {
    const [id = ''] = decodeCursor(cursor, ['id']);
    rows = rows.where('r.id', '<', id);
  }
  return page(await rows.execute(), limit, toView, (row) => [row.id]);
}

/** One series with the names and the zone it is read with, also an ended one. */
export function findSeries(db: Database, id: string): Promise<SeriesRow | undefined> {
  return seriesWithNames(db).where('r.id', '=', id).executeTakeFirst();
}

/** The same, locked for a change; undefined when there is none or it was ended. */
export function lockSeries(tx: Tx, id: string): Promise<SeriesRow | undefined> {
  return seriesWithNames(tx).where('r.id', '=', id).where('r.deletedAt', 'is', null).forUpdate('r').executeTakeFirst();
}

/** Series with all that is needed to show them and to make their sessions. */
export function seriesWithNames(db: Database) {
  return db
    .selectFrom('series as r')
    .innerJoin('classTypes as c', 'c.id', 'r.classTypeId')
    .innerJoin('locations as l', 'l.id', 'r.locationId')
    .innerJoin('instructors as i', 'i.id', 'r.instructorId')
    .selectAll('r')
    .select(['c.name as className', 'l.name as locationName', 'l.timeZone', 'i.name as instructorName']);
}

const seriesRows = (db: Database) => seriesWithNames(db).execute();
