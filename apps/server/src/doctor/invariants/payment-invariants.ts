import { sql } from 'kysely';
import type { Invariant } from './invariant.ts';

/** Money and tickets (DOMAIN, invariant 6). */
export const paymentInvariants: Invariant[] = [
  {
    // A quarantined payment that was given back never had a ticket; `paid_at` tells it from one that was paid.
    name: 'ticket_per_payment',
    rule: 'A payment that was paid granted exactly one ticket; any other granted none.',
    entity: 'payment',
    violations: sql`
      select p.id, format('%s, %s tickets, %s grants', p.status, coalesce(t.count, 0), coalesce(g.count, 0)) as detail
      from payments p
      left join (select payment_id, count(*) from tickets where payment_id is not null group by payment_id) t on t.payment_id = p.id
      left join (
        select payment_id, count(*) from ticket_ledger where kind = 'grant' and payment_id is not null group by payment_id
      ) g on g.payment_id = p.id
      cross join lateral (select (p.status in ('paid', 'partially_refunded', 'disputed')
        or p.status = 'refunded' and p.paid_at is not null)::integer as count) expected
      where coalesce(t.count, 0) <> expected.count or coalesce(g.count, 0) <> expected.count`,
  },
  {
    name: 'refunded_ticket_is_revoked',
    rule: 'The ticket of a payment that was refunded in full is revoked.',
    entity: 'ticket',
    violations: sql`
      select t.id, format('%s, payment %s was refunded', t.state, p.id) as detail
      from payments p join tickets t on t.payment_id = p.id
      where p.status = 'refunded' and t.state <> 'revoked'`,
  },
];
