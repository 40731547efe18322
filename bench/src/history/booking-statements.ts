import { HISTORY_DAYS, SALES_DAYS, TICKETS, VALID_DAYS } from './history-size.ts';

/**
 * Tickets and bookings, in statements that run one after the other.
 *
 * Ticket number n is sold at a time that grows evenly with n. So the tickets valid at a moment are a window of numbers, and a
 * session draws its members from it without looking anything up.
 */
export const bookingStatements = (members: number): readonly string[] => [
  // Who joined lately buys most: most members stay for some months, some for years.
  `create temp table ticket_plan on commit drop as
   select n, bench.ticket_id(n) as id, at, random() < 0.35 as unlimited,
     bench.member_id(ceil(greatest(0.01, 1 - ${SALES_DAYS / HISTORY_DAYS} * (1 - n::float8 / ${TICKETS})) * ${members}
       * (1 - 0.999 * random() ^ 3))::bigint) as user_id
   from generate_series(1, ${TICKETS}) n
   cross join lateral (select now() - interval '${SALES_DAYS} days' * (1 - n::float8 / ${TICKETS}) as at) t`,
  `create temp table draw on commit drop as
   select distinct on (p.id, t.user_id) p.id as session_id, t.user_id, t.id as ticket_id, t.unlimited, p.starts_at, p.canceled,
     p.list_kept, p.capacity, p.starts_at > now() as coming, random() as fate, random() as show,
     greatest(t.at, least(now(), p.starts_at) - interval '14 days' * random() ^ 2 - interval '3 hours') as booked_at
   from session_plan p
   cross join lateral (select random() + p.n * 0 as shift) s
   cross join lateral generate_series(1, p.demand) i
   cross join lateral (
     select ceil(${TICKETS} * (1 - extract(epoch from now() - least(p.starts_at, now())) / 86400 / ${SALES_DAYS}))::int as newest
   ) w
   join ticket_plan t on t.n = w.newest - ((s.shift + i::float8 / (p.demand + 1)) * ${TICKETS * 0.9} * ${VALID_DAYS} / ${SALES_DAYS})::int
     % (${TICKETS * 0.9} * ${VALID_DAYS} / ${SALES_DAYS})::int`,
  `create temp table seat on commit drop as
   select *, row_number() over (partition by session_id order by booked_at, user_id) as place,
     count(*) filter (where not coming and fate between 0.80 and 0.93) over (partition by session_id order by booked_at, user_id) as freed
   from draw`,
  // Each seat that is given up in time goes to the next in line; late ones stay empty.
  `create temp table outcome on commit drop as
   select seat.*, nullif(greatest(place - capacity, 0), 0) as queue_number, gave_up,
     case when place > capacity and not coming and not canceled and place - capacity <= gave_up
       then booked_at + (starts_at - interval '2 hours' - booked_at) * 0.8 end as promoted_at
   from seat join (
     select session_id, count(*) filter (where place <= capacity and not coming and fate between 0.80 and 0.93) as gave_up
     from seat group by session_id
   ) g using (session_id)`,
  `create temp table ending on commit drop as
   select *, case
     when canceled then 'session_canceled'
     when coming then null
     when queue_number is not null and promoted_at is null then case when fate < 0.15 then 'member' else 'list_closed' end
     when promoted_at is not null then null
     when fate between 0.80 and 0.93 then 'member'
     when fate > 0.95 then 'late' end as reason
   from outcome`,
  `insert into tickets (id, user_id, plan_id, name, unlimited, entries_left, valid_from, valid_until, created_at)
   select t.id, t.user_id, p.id, p.name, t.unlimited, case when not t.unlimited then 0 end, t.at, t.at + interval '${VALID_DAYS} days', t.at
   from ticket_plan t join ticket_plans p on (p.entries is null) = t.unlimited order by t.n`,
  `insert into bookings (id, session_id, user_id, ticket_id, starts_at, ends_at, state, queue_number, booked_at, promoted_at,
     canceled_at, canceled_reason, entry_forfeited, checked_in_at, no_show_at)
   select uuidv7(booked_at - now()), session_id, user_id, ticket_id, starts_at, starts_at + interval '1 hour',
     case when reason is not null then 'canceled' when queue_number is not null and promoted_at is null then 'waiting' else 'active' end,
     queue_number, booked_at, promoted_at,
     case reason when 'late' then starts_at - interval '1 hour' when 'list_closed' then starts_at
       when 'member' then greatest(booked_at, starts_at - interval '2 hours' - (starts_at - booked_at) * 0.5)
       when 'session_canceled' then greatest(booked_at, least(starts_at, now()) - interval '1 day') end,
     reason, coalesce(reason = 'late', false) and not unlimited,
     case when reason is null and not coming and list_kept and show >= 0.06 then starts_at - interval '5 minutes' end,
     case when reason is null and not coming and list_kept and show < 0.06 then starts_at + interval '90 minutes' end
   from ending order by booked_at`,
  `update sessions set active_count = b.active, waiting_count = b.waiting, next_queue_number = b.next
   from (
     select session_id, count(*) filter (where state = 'active') as active, count(*) filter (where state = 'waiting') as waiting,
       coalesce(max(queue_number), 0) + 1 as next
     from bookings group by session_id
   ) b where b.session_id = sessions.id`,
];
