import type { Database } from '#platform/db/database.ts';
import { decodeCursor, page } from '#platform/http/cursor.ts';
import type { StudioPolicy } from './session-times.ts';
import { findStudio, policyOf } from './studio.ts';

export type SessionRow = Awaited<ReturnType<typeof sessionRows>>[number];
export type SessionDetailRow = Awaited<ReturnType<typeof detailRows>>[number];

/** Which sessions of the schedule; what is absent does not matter. */
export interface SessionFilter {
  /** Starting at or after this … */
  from?: Temporal.Instant;
  /** … and before this. */
  to?: Temporal.Instant;
  classId?: string;
  locationId?: string;
  instructorId?: string;
  seriesId?: string;
  state?: 'scheduled' | 'canceled';
  /** True: scheduled with a free seat; false: the others. */
  hasSeats?: boolean;
  /** False: deleted. */
  isActive?: boolean;
}

export interface SessionPage {
  limit: number;
  cursor?: string;
}

/** One page of sessions by start; those that start together by id. */
export async function listSessions<View>(
  db: Database,
  filter: SessionFilter,
  { limit, cursor }: SessionPage,
  toView: (row: SessionRow, policy: StudioPolicy) => View,
) {
  let query = filtered(db, filter).limit(limit + 1);
  if (cursor !== undefined) {
    const [startsAt = '', id = ''] = decodeCursor(cursor, ['instant', 'id']);
    const after = Temporal.Instant.from(startsAt);
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('s.startsAt', 's.id'), '>', tuple(after, id)));
  }
  const [rows, studio] = await Promise.all([query.execute(), findStudio(db)]);
  const policy = policyOf(studio);
  return page(
    rows,
    limit,
    (row) => toView(row, policy),
    (row) => [row.startsAt.toString(), row.id],
  );
}

/** One session as `toView` shows it, also a deleted one; undefined when there is none. */
export async function findSession<View>(
  db: Database,
  id: string,
  toView: (row: SessionDetailRow, policy: StudioPolicy) => View,
): Promise<View | undefined> {
  const [row] = await detailRows(db, id);
  return row && toView(row, policyOf(await findStudio(db)));
}

function withNames(db: Database) {
  return db
    .selectFrom('sessions as s')
    .innerJoin('classTypes as c', 'c.id', 's.classTypeId')
    .innerJoin('locations as l', 'l.id', 's.locationId')
    .innerJoin('instructors as i', 'i.id', 's.instructorId')
    .selectAll('s')
    .select(['c.name as className', 'c.cancellationCutoffMinutes as classCutoffMinutes'])
    .select(['l.name as locationName', 'l.timeZone', 'i.name as instructorName']);
}

const sessionRows = (db: Database) => withNames(db).execute();

const detailRows = (db: Database, id: string) =>
  withNames(db)
    .select(['c.description as classDescription', 'l.address as locationAddress'])
    .where('s.id', '=', id)
    .execute();

function filtered(db: Database, filter: SessionFilter) {
  const { from, to, classId, locationId, instructorId, seriesId, state, hasSeats, isActive } = filter;
  let query = withNames(db).orderBy('s.startsAt').orderBy('s.id');
  if (from) query = query.where('s.startsAt', '>=', from);
  if (to) query = query.where('s.startsAt', '<', to);
  if (classId) query = query.where('s.classTypeId', '=', classId);
  if (locationId) query = query.where('s.locationId', '=', locationId);
  if (instructorId) query = query.where('s.instructorId', '=', instructorId);
  if (seriesId) query = query.where('s.seriesId', '=', seriesId);
  if (state) query = query.where('s.state', '=', state);
  if (isActive !== undefined) query = query.where('s.deletedAt', isActive ? 'is' : 'is not', null);
  if (hasSeats !== undefined) {
    query = query.where(({ and, eb, ref, not }) => {
      const seats = and([eb('s.state', '=', 'scheduled'), eb('s.activeCount', '<', ref('s.capacity'))]);
      return hasSeats ? seats : not(seats);
    });
  }
  return query;
}
