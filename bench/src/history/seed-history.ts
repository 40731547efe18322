import type pg from 'pg';
import { idFunctions } from '../environment/ids.ts';
import type { StudioSize } from '../environment/seed.ts';
import { bookingStatements } from './booking-statements.ts';
import { HISTORY_DAYS } from './history-size.ts';
import { moneyStatements } from './money-statements.ts';

/**
 * Two years of a busy studio, made set by set: members who join and stay away, tickets one after another, sessions at three places
 * in two time zones, bookings with every way they can end, queues, attendance, payments and refunds.
 *
 * Constraints hold, and so do the invariants that `openmat doctor` checks. The draws are the same each time, for one size.
 */
export async function seedHistory(client: pg.Client, size: StudioSize): Promise<void> {
  await client.query(`create schema bench; ${idFunctions}`);
  await client.query(
    `set work_mem = '256MB'; set maintenance_work_mem = '256MB'; set timezone = 'UTC'; set session_replication_role = replica; select setseed(0.42)`,
  );
  await client.query('begin');
  for (const statement of [...catalogue(size), ...bookingStatements(size.members), ...moneyStatements])
    await client.query(statement);
  await client.query('commit');
  await client.query('vacuum (analyze)');
  await client.query('checkpoint');
}

function catalogue({ members, sessions, sessionsPerDay, capacity }: StudioSize): string[] {
  return [
    `update studio set time_zone = 'Europe/Ljubljana', currency = 'EUR'`,
    `insert into locations (name, time_zone)
     values ('Riverside', 'Europe/Ljubljana'), ('Old Town', 'Europe/Ljubljana'), ('Camden', 'Europe/London')`,
    `insert into class_types (name) select 'Class ' || n from generate_series(1, 12) n`,
    `insert into instructors (name) select 'Instructor ' || n from generate_series(1, 10) n`,
    `insert into ticket_plans (name, price_minor, currency, entries, validity_days)
     values ('Ten entries', 12000, 'EUR', 10, 90), ('Monthly', 8900, 'EUR', null, 30)`,
    `insert into users (id, email, password_hash, name, role, created_at)
     select bench.member_id(n), 'load-' || n || '@openmat.local', 'unusable', 'Member ' || n, case when n = 1 then 'admin' else 'member' end,
       now() - interval '${HISTORY_DAYS} days' * (1 - n::float8 / ${members})
     from generate_series(1, ${members}) n`,
    `create temp table session_plan on commit drop as
     select n, bench.session_id(n) as id, day + interval '5 hours' + interval '15 minutes' * ((n - 1) % ${sessionsPerDay}) as starts_at,
       random() < 0.02 as canceled, random() < 0.95 as list_kept, ${capacity} as capacity,
       -- From a quiet morning to an evening that could be sold twice.
       round(${capacity} * (0.55 + 1.3 * random() ^ 1.6))::int as demand
     from generate_series(1, ${sessions}) n
     cross join lateral (
       select date_trunc('day', now()) - interval '${HISTORY_DAYS} days' + interval '1 day' * ((n - 1) / ${sessionsPerDay}) as day
     ) d`,
    `insert into sessions (id, class_type_id, location_id, instructor_id, capacity, starts_at, ends_at, state, canceled_at, canceled_reason, created_at)
     select p.id, c.ids[1 + p.n % 12], l.ids[1 + p.n % 3], i.ids[1 + p.n % 10], p.capacity, p.starts_at, p.starts_at + interval '1 hour',
       case when p.canceled then 'canceled' else 'scheduled' end,
       case when p.canceled then least(p.starts_at, now()) - interval '1 day' end, case when p.canceled then 'ill' end,
       p.starts_at - interval '60 days'
     from session_plan p
     cross join (select array_agg(id order by name) as ids from class_types) c
     cross join (select array_agg(id order by name) as ids from locations) l
     cross join (select array_agg(id order by name) as ids from instructors) i
     order by p.starts_at`,
    `insert into audit_log (actor_role, action, entity, entity_id, at)
     select 'system', 'session.cancel', 'session', id::text, canceled_at from sessions where state = 'canceled'`,
  ];
}
