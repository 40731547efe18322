import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { keepRollup } from './keep-rollup.ts';

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

/** Makes `visit_months` what the bookings say up to eight days ago. */
export function keepVisitMonths(db: Database, now: Temporal.Instant): Promise<void> {
  return keepRollup(db, 'visit_months', now, (tx, { through, timeZone }) =>
    sql`
      with visits as materialized (select * from ${visitsBetween(null, through, timeZone)} v),
      fresh as materialized (select user_id, month, min(month) over (partition by user_id) as first_month from visits),
      gone as (
        delete from visit_months v where not exists (
          select from fresh f where f.user_id = v.user_id and f.month = v.month)
      )
      insert into visit_months as v (user_id, month, first_month) select user_id, month, first_month from fresh
      on conflict (user_id, month) do update set first_month = excluded.first_month
      where v.first_month <> excluded.first_month`.execute(tx),
  );
}
