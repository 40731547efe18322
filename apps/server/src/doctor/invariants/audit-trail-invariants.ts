import { sql } from 'kysely';
import type { Invariant } from './invariant.ts';

/**
 * Who did what (DOMAIN, invariant 7), as far as the data still shows that somebody did something: what left no other
 * trace than its audit row cannot be missed.
 */
export const auditTrailInvariants: Invariant[] = [
  {
    name: 'audited_ticket_changes',
    rule: 'Every entry that staff granted, adjusted or revoked has its audit row.',
    entity: 'ticket',
    violations: sql`
      select l.ticket_id as id, format('%s %s by %s, %s audit rows', l.count, l.kind, l.actor_id, coalesce(a.count, 0)) as detail
      from (
        select ticket_id, kind, actor_id, count(*) from ticket_ledger where actor_id is not null group by ticket_id, kind, actor_id
      ) l
      left join (
        -- An adjustment of the validity alone is no matter of the ledger.
        select entity_id, action, actor_id, count(*) from audit_log
        where entity = 'ticket' and (action <> 'ticket.adjust' or after ? 'entriesLeft')
        group by entity_id, action, actor_id
      ) a on a.entity_id = l.ticket_id::text and a.action = 'ticket.' || l.kind and a.actor_id = l.actor_id
      where coalesce(a.count, 0) <> l.count`,
  },
  {
    name: 'audited_refunds',
    rule: 'Every refund that somebody asked for has its audit row.',
    entity: 'refund',
    violations: sql`
      select r.id, format('of payment %s by %s, %s audit rows', r.payment_id, r.requested_by, count(a.id)) as detail
      from refunds r
      left join audit_log a on a.entity = 'payment' and a.entity_id = r.payment_id::text and a.action = 'payment.refund'
        and a.after ->> 'refundId' = r.id::text
      where r.requested_by is not null
      group by r.id having count(a.id) <> 1`,
  },
  {
    // More than one is right for a booking that staff put on the list and later into a seat.
    name: 'audited_bookings_by_staff',
    rule: 'Every booking that staff made has its audit row.',
    entity: 'booking',
    violations: sql`
      select b.id, format('booked by %s, no audit row', b.booked_by) as detail
      from bookings b
      where b.booked_by is not null and not exists (
        select from audit_log a where a.entity = 'booking' and a.entity_id = b.id::text and a.action = 'booking.create')`,
  },
  {
    name: 'audited_cancellations_by_staff',
    rule: 'Every booking that staff canceled has its audit row.',
    entity: 'booking',
    violations: sql`
      select b.id, format('canceled by %s, %s audit rows', b.canceled_by, count(a.id)) as detail
      from bookings b
      left join audit_log a on a.entity = 'booking' and a.entity_id = b.id::text and a.action = 'booking.cancel'
      where b.canceled_reason = 'staff'
      group by b.id having count(a.id) <> 1`,
  },
  {
    name: 'audited_session_ends',
    rule: 'Every canceled and every deleted session has its audit row.',
    entity: 'session',
    violations: sql`
      select s.id, format('%s, %s audit rows', e.action, count(a.id)) as detail
      from sessions s
      cross join lateral (values ('session.cancel', s.canceled_at), ('session.delete', s.deleted_at)) e (action, at)
      left join audit_log a on a.entity = 'session' and a.entity_id = s.id::text and a.action = e.action
      where e.at is not null
      group by s.id, e.action having count(a.id) <> 1`,
  },
];
