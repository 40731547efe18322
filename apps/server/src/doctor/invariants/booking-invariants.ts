import { sql } from 'kysely';
import type { Invariant } from './invariant.ts';

/** Seats and the queue (DOMAIN, invariants 1, 2, 3 and 5, and what the schema copies or counts for them). */
export const bookingInvariants: Invariant[] = [
  {
    name: 'session_counters',
    rule: 'A session counts its active and waiting bookings.',
    entity: 'session',
    violations: sql`
      select s.id, format('active_count %s but %s active, waiting_count %s but %s waiting',
        s.active_count, coalesce(b.active, 0), s.waiting_count, coalesce(b.waiting, 0)) as detail
      from sessions s
      left join (
        select session_id, count(*) filter (where state = 'active') as active, count(*) filter (where state = 'waiting') as waiting
        from bookings where state <> 'canceled' group by session_id
      ) b on b.session_id = s.id
      where (s.active_count, s.waiting_count) is distinct from (coalesce(b.active, 0), coalesce(b.waiting, 0))`,
  },
  {
    name: 'session_capacity',
    rule: 'No seat is given twice, except while an admin has accepted over-capacity.',
    entity: 'session',
    violations: sql`
      select id, format('%s active bookings, capacity %s, over_capacity %s', active_count, capacity, over_capacity) as detail
      from sessions
      where over_capacity <> (active_count > capacity)`,
  },
  {
    name: 'one_booking_per_member',
    rule: 'A member has at most one booking in a session that is not canceled.',
    entity: 'session',
    violations: sql`
      select session_id as id, format('member %s has %s open bookings', user_id, count(*)) as detail
      from bookings where state <> 'canceled'
      group by session_id, user_id having count(*) > 1`,
  },
  {
    name: 'no_one_waits_beside_a_free_seat',
    rule: 'Until the waiting list closes, nobody who could take a free seat waits for one.',
    entity: 'booking',
    violations: sql`
      select w.id, format('member %s waits in session %s, %s of %s seats taken', w.user_id, s.id, s.active_count, s.capacity) as detail
      from sessions s
      cross join studio policy
      join bookings w on w.session_id = s.id and w.state = 'waiting'
      join users u on u.id = w.user_id
      where s.starts_at > now() and s.starts_at > now() + make_interval(mins => policy.waitlist_closes_minutes_before)
        and s.state = 'scheduled' and s.deleted_at is null and s.active_count < s.capacity
        and u.blocked_at is null and u.deleted_at is null
        and exists (${usableTicket()})
        and (policy.overlapping_bookings_allowed or not exists (
          select from bookings other
          where other.user_id = w.user_id and other.state = 'active' and other.session_id <> s.id
            and other.starts_at < s.ends_at and other.ends_at > s.starts_at))`,
  },
  {
    name: 'queue_numbers',
    rule: 'Queue numbers of a session are given once, in order.',
    entity: 'session',
    violations: sql`
      select s.id, format('%s numbers given, %s of them different, the highest %s, the next %s',
        q.given, q.different, q.highest, s.next_queue_number) as detail
      from sessions s
      join (
        select session_id, count(*) as given, count(distinct queue_number) as different, max(queue_number) as highest
        from bookings where queue_number is not null group by session_id
      ) q on q.session_id = s.id
      where q.different <> q.given or q.highest >= s.next_queue_number`,
  },
  {
    name: 'booking_times',
    rule: 'A booking carries the times of its session.',
    entity: 'booking',
    violations: sql`
      select b.id, format('booking %s to %s, session %s %s to %s', b.starts_at, b.ends_at, s.id, s.starts_at, s.ends_at) as detail
      from bookings b join sessions s on s.id = b.session_id
      where (b.starts_at, b.ends_at) is distinct from (s.starts_at, s.ends_at)`,
  },
  {
    name: 'ended_session_is_empty',
    rule: 'A canceled or deleted session has no open booking.',
    entity: 'booking',
    violations: sql`
      select b.id, format('%s in session %s, which was %s', b.state, s.id,
        case when s.state = 'canceled' then 'canceled' else 'deleted' end) as detail
      from sessions s join bookings b on b.session_id = s.id and b.state <> 'canceled'
      where s.state = 'canceled' or s.deleted_at is not null`,
  },
];

/**
 * The rule of `isUsable` for waiter `w` of session `s`. Time alone lets a ticket that starts at its first booking reach further;
 * that is what the minutely sweep of the queues is for, so it gets two minutes.
 */
function usableTicket() {
  return sql`
    select from tickets t
    where t.user_id = w.user_id and t.state = 'active'
      and (t.unlimited or t.entries_left > 0)
      and (t.class_type_ids is null or s.class_type_id = any(t.class_type_ids))
      and case when t.valid_from is null
        then s.starts_at < now() - interval '2 minutes' + make_interval(hours => 24 * t.validity_days)
        else t.valid_from <= s.starts_at and s.starts_at < t.valid_until end`;
}
