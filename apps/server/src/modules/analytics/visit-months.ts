import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';

/**
 * What is older is settled: no-shows are marked for a week. Should an older visit change after all, because a session was
 * canceled after it took place, the next run has it.
 */
export const SETTLED_DAYS = 8;
const TIMEOUT = '5min';

/** Visits as member and month: places held in sessions that have started, unless marked as no-show. */
export function visitsBetween(
  since: Temporal.Instant | null,
  until: Temporal.Instant,
  timeZone: string,
): RawBuilder<{ userId: string; month: Temporal.PlainDate }> {
  return sql`(
    select distinct b.user_id, date_trunc('month', b.starts_at at time zone ${timeZone})::date as month
    from sessions s join bookings b on b.session_id = s.id and b.state = 'active' and b.no_show_at is null
    where s.deleted_at is null and s.state = 'scheduled'
      and s.starts_at >= ${since ?? sql`'-infinity'`}::timestamptz and s.starts_at < ${until}
  )`;
}

/**
 * Makes `visit_months` what the bookings say, up to eight days ago. It writes only what is different, so that readers are
 * never without an answer and nothing is left for vacuum.
 */
export async function keepVisitMonths(db: Database, now: Temporal.Instant): Promise<void> {
  await inTransaction(db, async (tx) => {
    await sql`select set_config('statement_timeout', ${TIMEOUT}, true), set_config('work_mem', '64MB', true)`.execute(
      tx,
    );
    // Two runs at once would both insert what is missing.
    await sql`lock table visit_months_through in share row exclusive mode`.execute(tx);
    const { timeZone } = await tx.selectFrom('studio').select('timeZone').executeTakeFirstOrThrow();
    const today = now.toZonedDateTimeISO(timeZone).startOfDay();
    const through = today.subtract({ days: SETTLED_DAYS }).toInstant();
    await sql`
      with visits as materialized (select * from ${visitsBetween(null, through, timeZone)} v),
      fresh as materialized (select user_id, month, min(month) over (partition by user_id) as first_month from visits),
      gone as (
        delete from visit_months v where not exists (
          select from fresh f where f.user_id = v.user_id and f.month = v.month)
      )
      insert into visit_months as v (user_id, month, first_month) select user_id, month, first_month from fresh
      on conflict (user_id, month) do update set first_month = excluded.first_month
      where v.first_month <> excluded.first_month`.execute(tx);
    await sql`
      insert into visit_months_through (through, time_zone) values (${through}, ${timeZone})
      on conflict (id) do update set through = excluded.through, time_zone = excluded.time_zone`.execute(tx);
  });
}
