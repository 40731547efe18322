/** Payments, the ledger and refunds of what was booked before. */
export const moneyStatements: readonly string[] = [
  // Enough entries for every booking at once, in packs as they are sold.
  `create temp table pack on commit drop as
   select t.id as ticket_id, case when t.unlimited then 0 else greatest(1, ceil(count(b.id) / 10.0)) * 10 end as entries,
     count(b.id) as bookings, t.created_at, t.user_id, t.plan_id, t.name, p.price_minor,
     jsonb_build_object('name', p.name, 'description', p.description, 'entries', p.entries, 'validityDays', p.validity_days,
       'starts', p.starts, 'classTypeIds', p.class_type_ids) as plan_snapshot, random() as luck, uuidv7(t.created_at - now()) as payment_id
   from tickets t join ticket_plans p on p.id = t.plan_id left join bookings b on b.ticket_id = t.id
   group by t.id, p.id`,
  `insert into payments (id, user_id, plan_id, plan_snapshot, amount_minor, currency, refunded_minor, status, stripe_idempotency_key, created_at, paid_at)
   select payment_id, user_id, plan_id, plan_snapshot, price_minor, 'EUR',
     case when luck < 0.02 and bookings = 0 then price_minor when luck < 0.04 then 1000 else 0 end,
     case when luck < 0.02 and bookings = 0 then 'refunded' when luck < 0.04 then 'partially_refunded' else 'paid' end,
     'checkout-' || payment_id, created_at - interval '1 minute', created_at
   from pack where luck < 0.85 order by created_at`,
  `insert into payments (user_id, plan_id, plan_snapshot, amount_minor, currency, status, quarantine_reason, stripe_idempotency_key, created_at)
   select user_id, plan_id, plan_snapshot, price_minor, 'EUR', case when luck > 0.998 then 'quarantined' else 'expired' end,
     case when luck > 0.998 then 'amount_mismatch' end, 'given-up-' || payment_id, created_at
   from pack where luck > 0.95`,
  `insert into refunds (payment_id, amount_minor, reason, stripe_idempotency_key, status, created_at, updated_at, succeeded_at)
   select id, refunded_minor, 'asked', 'refund-' || id, 'succeeded', at, at, at
   from payments cross join lateral (select least(now(), paid_at + interval '5 days') as at) r where refunded_minor > 0`,
  `create temp table movement on commit drop as
   select ticket_id, 'grant' as kind, entries::int, null::uuid as booking_id, case when luck < 0.85 then payment_id end as payment_id, created_at as at
   from pack
   union all
   select ticket_id, 'spend', -1, b.id, null, coalesce(promoted_at, booked_at)
   from bookings b join tickets t on t.id = b.ticket_id
   where not t.unlimited and (queue_number is null or promoted_at is not null)
   union all
   select ticket_id, 'return', 1, b.id, null, canceled_at
   from bookings b join tickets t on t.id = b.ticket_id
   where not t.unlimited and (queue_number is null or promoted_at is not null) and b.state = 'canceled' and not entry_forfeited
   union all
   select ticket_id, 'revoke', -entries::int, null, null, least(now(), created_at + interval '5 days')
   from pack where luck < 0.02 and bookings = 0`,
  `insert into ticket_ledger (ticket_id, kind, entries, booking_id, payment_id, at)
   select ticket_id, kind, entries, booking_id, payment_id, at from movement order by at`,
  `update tickets set payment_id = case when luck < 0.85 then pack.payment_id end, entries_left = case when not unlimited then l.sum end,
     state = case when l.revoked_at is null then 'active' else 'revoked' end, revoked_at = l.revoked_at
   from (
     select ticket_id, sum(entries) as sum, max(at) filter (where kind = 'revoke') as revoked_at from ticket_ledger group by ticket_id
   ) l join pack using (ticket_id)
   where l.ticket_id = tickets.id`,
];
