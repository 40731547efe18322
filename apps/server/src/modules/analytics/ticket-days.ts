import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { keepRollup, type Settled } from './keep-rollup.ts';

/** Makes `ticket_days` what tickets and ledger say up to eight days ago, one row per day since the first ticket. */
export function keepTicketDays(db: Database, now: Temporal.Instant): Promise<void> {
  return keepRollup(db, 'ticket_days', now, async (tx, settled) => {
    await sql`
      with fresh as materialized (${countedDays(settled)}),
      gone as (delete from ticket_days d where not exists (select from fresh f where f.day = d.day))
      insert into ticket_days as d select * from fresh
      on conflict (day) do update set (granted, spent, returned, adjusted, revoked, expired, unlimited_ended, unlimited_bookings, active) =
        (excluded.granted, excluded.spent, excluded.returned, excluded.adjusted, excluded.revoked, excluded.expired,
          excluded.unlimited_ended, excluded.unlimited_bookings, excluded.active)
      where d is distinct from excluded`.execute(tx);
  });
}

/** In the order of the table's columns. */
function countedDays({ through, timeZone }: Settled): RawBuilder<unknown> {
  const day = (moment: RawBuilder<unknown>) => sql`(${moment} at time zone ${timeZone})::date`;
  return sql`
    with moved as (
      select ${day(sql`at`)} as day, ${movedEntries}
      from ticket_ledger where at < ${through} group by 1
    ), ended as (
      select ${day(sql`t.valid_until`)} as day, coalesce(sum(t.entries_left), 0) as expired, count(*) filter (where t.unlimited) as unlimited_ended,
        coalesce(sum(b.places), 0) as unlimited_bookings
      from tickets t
      left join (select ticket_id, count(*) as places from bookings where state <> 'canceled' group by 1) b
        on b.ticket_id = t.id and t.unlimited
      where t.state = 'active' and t.valid_until < ${through} group by 1
    ), usable as materialized (${usableTimes}),
    -- A ticket counts at the end of a day that it was usable just before: from the day on which that began to the day before it ended.
    changed as (
      select day, sum(change) as change from (
        select ${day(sql`since`)} as day, 1 as change from usable where since < ${through}
        union all
        select ${day(sql`until`)}, -1 from usable where until < ${through}
      ) c group by 1
    )
    select d.day::date, coalesce(granted, 0), coalesce(spent, 0), coalesce(returned, 0), coalesce(adjusted, 0), coalesce(revoked, 0),
      coalesce(expired, 0), coalesce(unlimited_ended, 0), coalesce(unlimited_bookings, 0),
      coalesce(sum(change) over (order by d.day rows unbounded preceding), 0)
    from (
      select generate_series((select min(day) from (select day from moved union all select day from ended union all select day from changed) f),
        ${day(sql`${through}::timestamptz`)} - 1, interval '1 day')::date as day
    ) d
    left join moved using (day) left join ended using (day) left join changed using (day)`;
}

/** Sums of `ticket_ledger` by kind, each as it is spoken of: entries spent are a positive number. */
export const movedEntries = sql`
  coalesce(sum(entries) filter (where kind = 'grant'), 0) as granted, coalesce(-sum(entries) filter (where kind = 'spend'), 0) as spent,
  coalesce(sum(entries) filter (where kind = 'return'), 0) as returned, coalesce(sum(entries) filter (where kind = 'adjust'), 0) as adjusted,
  coalesce(-sum(entries) filter (where kind = 'revoke'), 0) as revoked`;

/**
 * The spans in which each ticket could be used: with its validity, or from the beginning when its first booking starts that, and the
 * limited ones as long as their ledger left something. Whoever asks just before a moment asks for `since < moment and until >= moment`.
 */
const usableTimes = sql`
  select * from (
    select greatest(case when t.validity_days is null then t.valid_from end, t.created_at, l.since) as since,
      coalesce(least(t.valid_until, t.revoked_at, t.frozen_at, l.until), 'infinity') as until
    from tickets t left join (
      select ticket_id, at as since, lead(at) over ledger as until, sum(entries) over ledger as balance
      from ticket_ledger window ledger as (partition by ticket_id order by at, id rows unbounded preceding)
    ) l on l.ticket_id = t.id and not t.unlimited
    where t.unlimited or l.balance > 0
  ) u where since < until`;
