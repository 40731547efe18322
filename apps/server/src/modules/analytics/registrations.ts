import { sql } from 'kysely';
import { Type } from 'typebox';
import { Day } from '#modules/schedule/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { Scope } from './analytics-query.ts';
import { defineChart } from './chart.ts';
import { Count } from './chart-schemas.ts';
import { fillDays } from './day-series.ts';
import { boundsOf } from './period.ts';

/** New accounts by day. */
export const registrations = defineChart({
  path: 'registrations',
  operationId: 'getRegistrations',
  summary: 'New accounts by day',
  description: 'On the day at the studio. Accounts that were erased since still count.',
  about: 'studio',
  answer: Type.Object({ total: Count, items: Type.Array(Type.Object({ day: Day, count: Count })) }),
  load: async (db, { period }) => {
    const rows = await countUsersByDay(db, period);
    const items = fillDays(period, rows, { count: 0 }).map(({ day, count }) => ({ day: day.toString(), count }));
    return { total: rows.reduce((sum, { count }) => sum + count, 0), items };
  },
  rows: ({ items }) => items,
  columns: { day: ({ day }) => day, registrations: ({ count }) => count },
});

/** One range scan of `users_created_at`. */
async function countUsersByDay(db: Database, period: Scope['period']) {
  const { since, until } = boundsOf(period);
  const { rows } = await sql<{ day: Temporal.PlainDate; count: number }>`
    select (created_at at time zone ${period.timeZone})::date as day, count(*) as count
    from users where created_at >= ${since} and created_at < ${until}
    group by 1`.execute(db);
  return rows;
}
