import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { Scope } from './analytics-query.ts';
import { settledThrough } from './keep-rollup.ts';
import { visitsBetween } from './visit-months.ts';

/** How many members of a first-visit month came in another month. */
export interface RetentionCell {
  firstMonth: Temporal.PlainDate;
  month: Temporal.PlainDate;
  members: number;
}

/**
 * Members by the month of their first visit and a month in which they came, for the first months of the period.
 *
 * Settled visits come from `visit_months`; those since then, some days' worth, are read from the bookings and added where the
 * table does not have them. Should the studio have moved to another zone since the last run, everything is read.
 */
export async function countRetention(db: Database, { period, now }: Scope): Promise<RetentionCell[]> {
  const { timeZone } = period;
  const through = await settledThrough(db, 'visit_months', timeZone);
  const cohorts = sql`first_month >= date_trunc('month', ${period.start}::date) and first_month < ${period.end}::date`;
  const settled = through ? sql`select * from visit_months` : sql`select * from visit_months where false`;
  const { rows } = await sql<RetentionCell>`
    with settled as not materialized (${settled}),
    lately as materialized (select * from ${visitsBetween(through, now, timeZone)} v),
    added as materialized (
      select l.user_id, l.month,
        coalesce((select s.first_month from settled s where s.user_id = l.user_id limit 1), min(l.month) over (partition by l.user_id)) as first_month
      from lately l where not exists (select from settled s where s.user_id = l.user_id and s.month = l.month)
    ),
    cells as (
      select first_month, month, count(*) as members from settled where ${cohorts} group by 1, 2
      union all
      select first_month, month, count(*) from added where ${cohorts} group by 1, 2
    )
    select first_month, month, sum(members)::bigint as members from cells group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}
