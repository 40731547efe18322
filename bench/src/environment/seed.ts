import type pg from 'pg';
import { idFunctions } from './ids.ts';

/** What a benchmark needs in its studio. */
export interface StudioSize {
  /** Members that book through HTTP: numbers from 1. */
  members: number;
  /** Further members, numbered after those, that only the baselines book for, so that neither meets the other's bookings. */
  baselineMembers: number;
  sessions: number;
  /** Sessions start a quarter of an hour apart from 06:00 UTC, the first day being tomorrow. */
  sessionsPerDay: number;
  capacity: number;
}

/** Booking opens 28 days ahead, so only sessions of the first 27 days can be booked at any hour of today. */
export const BOOKABLE_DAYS = 27;

/** Enough entries that no ticket runs out: each has the full cost of a limited one. */
const ENTRIES = 10_000;

/** Fills the migrated database set by set, and lets PostgreSQL know what it holds. */
export async function seedStudio(client: pg.Client, size: StudioSize): Promise<void> {
  const members = size.members + size.baselineMembers;
  await client.query(`create schema bench; ${idFunctions}`);
  await client.query('begin');
  await client.query(
    `insert into users (id, email, password_hash, name, role)
     select bench.member_id(n), 'load-' || n || '@openmat.local', 'unusable', 'Member ' || n, 'member'
     from generate_series(1, $1::bigint) n`,
    [members],
  );
  await client.query(
    `insert into tickets (id, user_id, name, unlimited, entries_left, valid_from, valid_until)
     select bench.ticket_id(n), bench.member_id(n), 'Many entries', false, $2::int, now() - interval '1 day', now() + interval '400 days'
     from generate_series(1, $1::bigint) n`,
    [members, ENTRIES],
  );
  await client.query(
    `insert into ticket_ledger (ticket_id, kind, entries) select id, 'grant', entries_left from tickets`,
  );
  await client.query(`insert into locations (name, time_zone) values ('Riverside', 'Europe/Ljubljana')`);
  await client.query(`insert into class_types (name) values ('Vinyasa Flow')`);
  await client.query(`insert into instructors (name) values ('Mira Novak')`);
  await client.query(
    `insert into sessions (id, class_type_id, location_id, instructor_id, capacity, starts_at, ends_at)
     select bench.session_id(n), c.id, l.id, i.id, $3::int, start, start + interval '1 hour'
     from generate_series(1, $1::bigint) n
     cross join class_types c cross join locations l cross join instructors i
     cross join lateral (
       select date_trunc('day', now(), 'UTC') + interval '1 day' * (1 + (n - 1) / $2::int)
         + interval '6 hours' + interval '15 minutes' * ((n - 1) % $2::int % 64) as start
     ) at`,
    [size.sessions, size.sessionsPerDay, size.capacity],
  );
  await client.query('commit');
  await client.query('vacuum (analyze)');
  await client.query('checkpoint');
}
