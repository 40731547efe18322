import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';

/** Money of one span in one currency, in minor units. */
export interface SpanRevenue {
  /** Counted from 0. */
  span: number;
  currency: string;
  gross: number;
  refunds: number;
  /** What was taken at the front desk, beside Stripe; in none of the others. */
  desk: number;
}

/**
 * Money that came in and went back, by span of time and by currency.
 *
 * What was quarantined never came in (`paid_at` is null), so its way back does not count either. A lost dispute takes what
 * refunds have not given back before.
 *
 * @param bounds where spans begin, in order, and where the last one ends: one more than there are spans
 */
export async function sumRevenue(db: Database, bounds: readonly Temporal.Instant[]): Promise<SpanRevenue[]> {
  const [since, until] = [bounds[0], bounds.at(-1)];
  const starts = sql`${bounds.map(String)}::timestamptz[]`;
  // Looked up in a list, which costs half of what it costs to ask for the day in a time zone. Refunds are few among payments:
  // `offset 0` has each look for its own, where the planner would read all of them.
  const { rows } = await sql<SpanRevenue>`
    with moved as (
      select width_bucket(paid_at, ${starts}) as bucket, currency, sum(amount_minor) as gross, 0 as refunds, 0 as desk
      from payments where paid_at >= ${since} and paid_at < ${until} group by 1, 2
      union all
      select width_bucket(r.succeeded_at, ${starts}), p.currency, 0, r.amount_minor, 0
      from refunds r cross join lateral (
        select currency from payments where id = r.payment_id and paid_at is not null offset 0) p
      where r.succeeded_at >= ${since} and r.succeeded_at < ${until}
      union all
      select width_bucket(t.at, ${starts}), p.currency, 0, greatest(0, p.refunded_minor - coalesce((
        select sum(r.amount_minor) from refunds r where r.payment_id = p.id and r.status in ('pending', 'succeeded')), 0)), 0
      from payment_transitions t join payments p on p.id = t.payment_id and p.paid_at is not null
      where t.cause = 'dispute_lost' and t.at >= ${since} and t.at < ${until}
      union all
      select width_bucket(sold_at, ${starts}), currency, 0, 0, sum(amount_minor)
      from desk_sales where sold_at >= ${since} and sold_at < ${until} group by 1, 2
    )
    select bucket - 1 as span, currency, sum(gross)::bigint as gross, sum(refunds)::bigint as refunds, sum(desk)::bigint as desk
    from moved group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

/** The sum of these spans; `net` is of what Stripe took. */
export function totalOf(rows: readonly Pick<SpanRevenue, 'gross' | 'refunds' | 'desk'>[]) {
  const sum = (name: 'gross' | 'refunds' | 'desk') => rows.reduce((total, row) => total + row[name], 0);
  const [gross, refunds] = [sum('gross'), sum('refunds')];
  return { gross, refunds, net: gross - refunds, desk: sum('desk') };
}
