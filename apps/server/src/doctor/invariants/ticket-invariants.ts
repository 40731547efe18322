import { sql } from 'kysely';
import type { Invariant } from './invariant.ts';

/** Entries and the ledger (DOMAIN, invariant 4). */
export const ticketInvariants: Invariant[] = [
  {
    name: 'ticket_balance',
    rule: 'The entries left on a ticket are the sum of its ledger.',
    entity: 'ticket',
    violations: sql`
      select t.id, format('entries_left %s, ledger %s', coalesce(t.entries_left::text, 'unlimited'), coalesce(l.sum, 0)) as detail
      from tickets t
      left join (select ticket_id, sum(entries) as sum from ticket_ledger group by ticket_id) l on l.ticket_id = t.id
      where coalesce(t.entries_left, 0) <> coalesce(l.sum, 0)`,
  },
  {
    name: 'ticket_not_overdrawn',
    rule: 'No ticket has less than nothing left.',
    entity: 'ticket',
    violations: sql`select id, format('entries_left %s', entries_left) as detail from tickets where entries_left < 0`,
  },
  {
    name: 'ticket_granted_once',
    rule: 'A ticket begins with exactly one grant, for its own payment if it has one.',
    entity: 'ticket',
    violations: sql`
      select t.id, format('%s grants', count(l.id)) as detail
      from tickets t left join ticket_ledger l on l.ticket_id = t.id and l.kind = 'grant'
      group by t.id
      having count(l.id) <> 1 or bool_or(l.payment_id is distinct from t.payment_id)`,
  },
  {
    // A booking held a seat at some time if it never queued or was promoted.
    name: 'entry_per_booking',
    rule: 'A seat on a limited ticket costs one entry, which comes back when it is canceled, unless forfeited or revoked.',
    entity: 'booking',
    violations: sql`
      select b.id, format('%s%s on ticket %s: %s spent, %s returned', b.state, ' (' || b.canceled_reason || ')', t.id,
        coalesce(l.spent, 0), coalesce(l.returned, 0)) as detail
      from bookings b
      join tickets t on t.id = b.ticket_id
      left join (
        select booking_id, count(*) filter (where kind = 'spend') as spent, count(*) filter (where kind = 'return') as returned
        from ticket_ledger where booking_id is not null group by booking_id
      ) l on l.booking_id = b.id
      where coalesce(l.spent, 0) <> (not t.unlimited and (b.queue_number is null or b.promoted_at is not null))::integer
        or case
          when b.state <> 'canceled' or b.entry_forfeited then coalesce(l.returned, 0) <> 0
          when t.state = 'revoked' then coalesce(l.returned, 0) > coalesce(l.spent, 0)
          else coalesce(l.returned, 0) <> coalesce(l.spent, 0) end`,
  },
  {
    name: 'booking_ticket',
    rule: "A booking is paid by one ticket, its member's own.",
    entity: 'booking',
    violations: sql`
      select b.id, format('ticket %s belongs to member %s', t.id, t.user_id) as detail
      from bookings b join tickets t on t.id = b.ticket_id
      where t.user_id <> b.user_id
      union all
      select b.id, format('booked on ticket %s, the ledger has it on ticket %s', b.ticket_id, l.ticket_id)
      from ticket_ledger l join bookings b on b.id = l.booking_id
      where l.ticket_id <> b.ticket_id`,
  },
  {
    name: 'revoked_ticket_holds_no_seat',
    rule: 'A revoked ticket holds no seat in a coming session.',
    entity: 'booking',
    violations: sql`
      select b.id, format('active on ticket %s, revoked %s', t.id, t.revoked_at) as detail
      from tickets t join bookings b on b.ticket_id = t.id and b.state = 'active'
      where t.state = 'revoked' and b.starts_at > now()`,
  },
];
