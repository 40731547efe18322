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

export function findClosedDay(db: Database, id: string): Promise<ClosedDayRow | undefined> {
  return withNames(db).where('d.id', '=', id).executeTakeFirst();
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
    .select('l.name as locationName');
}

const closedDayRows = (db: Database) => withNames(db).execute();
