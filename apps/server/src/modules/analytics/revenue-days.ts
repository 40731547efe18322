import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { boundsOf, type Period } from './period.ts';

/** Money of one day in one currency, in minor units. */
export interface RevenueDay {
  day: Temporal.PlainDate;
  currency: string;
  gross: number;
  refunds: number;
}

/**
 * Money that came in and went back, by day at the studio and by currency.
 *
 * What was quarantined never came in (`paid_at` is null), so its way back does not count either. A lost dispute takes what
 * refunds have not given back before.
 */
export async function sumRevenueByDay(db: Database, period: Period): Promise<RevenueDay[]> {
  const { since, until } = boundsOf(period);
  const { rows } = await sql<RevenueDay>`
    with moved as (
      select paid_at as at, currency, amount_minor as gross, 0 as refunds
      from payments where paid_at >= ${since} and paid_at < ${until}
      union all
      select r.succeeded_at, p.currency, 0, r.amount_minor
      from refunds r join payments p on p.id = r.payment_id and p.paid_at is not null
      where r.succeeded_at >= ${since} and r.succeeded_at < ${until}
      union all
      select t.at, p.currency, 0, greatest(0, p.refunded_minor - coalesce((
        select sum(r.amount_minor) from refunds r where r.payment_id = p.id and r.status in ('pending', 'succeeded')), 0))
      from payment_transitions t join payments p on p.id = t.payment_id and p.paid_at is not null
      where t.cause = 'dispute_lost' and t.at >= ${since} and t.at < ${until}
    )
    select (at at time zone ${period.timeZone})::date as day, currency, sum(gross)::bigint as gross, sum(refunds)::bigint as refunds
    from moved group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}
