import { type Expression, sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { decodeCursor, page } from '#platform/http/cursor.ts';
import type { ClosedDays } from './expand-series.ts';

export type ClosedDayRow = Awaited<ReturnType<typeof closedDayRows>>[number];

export interface ClosedDayQuery {
  limit?: number;
  cursor?: string;
  from?: Temporal.PlainDate;
  to?: Temporal.PlainDate;
}

/** One page of closed days in their order. */
export async function listClosedDays<View>(db: Database, query: ClosedDayQuery, toView: (row: ClosedDayRow) => View) {
  const { limit = 50, cursor, from, to } = query;
  let rows = withNames(db)
    .orderBy('d.day')
    .orderBy('d.id')
    .limit(limit + 1);
  if (from) rows = rows.where('d.day', '>=', from);
  if (to) rows = rows.where('d.day', '<=', to);
  if (cursor !== undefined) {
    const [day = '', id = ''] = decodeCursor(cursor, ['day', 'id']);
    const after = Temporal.PlainDate.from(day);
    rows = rows.where(({ eb, refTuple, tuple }) => eb(refTuple('d.day', 'd.id'), '>', tuple(after, id)));
  }
  return page(await rows.execute(), limit, toView, (row) => [row.day.toString(), row.id]);
}

export function findClosedDaysByIds(db: Database, ids: string[]): Promise<ClosedDayRow[]> {
  return withNames(db).where('d.id', 'in', ids).orderBy('d.day').execute();
}

/** The closed days that concern a location; its own reason counts before that of all locations. */
export async function findClosedDays(
  db: Database,
  locationId: string,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<ClosedDays> {
  const rows = await db
    .selectFrom('closedDays')
    .select(['day', 'reason'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where((eb) => eb.or([eb('locationId', '=', locationId), eb('locationId', 'is', null)]))
    .orderBy('locationId', (order) => order.asc().nullsFirst())
    .execute();
  return new Map(rows.map(({ day, reason }) => [day.toString(), reason]));
}

function withNames(db: Database) {
  return db
    .selectFrom('closedDays as d')
    .leftJoin('locations as l', 'l.id', 'd.locationId')
    .selectAll('d')
    .select('l.name as locationName')
    .select((eb) => scheduledSessions(eb.ref('d.day'), eb.ref('d.locationId')).as('scheduledSessions'));
}

/** Sessions that take place on a day at their location, all the same. */
function scheduledSessions(day: Expression<Temporal.PlainDate>, locationId: Expression<string | null>) {
  // The index of starts narrows it down first; no zone is more than 14 hours from UTC.
  return sql<number>`(
    select count(*)::int from sessions s join locations at on at.id = s.location_id
    where s.starts_at >= ${day}::timestamp at time zone 'UTC' - interval '1 day'
      and s.starts_at < ${day}::timestamp at time zone 'UTC' + interval '2 days'
      and (s.starts_at at time zone at.time_zone)::date = ${day}
      and s.state = 'scheduled' and s.deleted_at is null
      and (${locationId} is null or s.location_id = ${locationId})
  )`;
}

const closedDayRows = (db: Database) => withNames(db).execute();
