import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { Scope } from './analytics-query.ts';
import { settledThrough } from './keep-rollup.ts';
import { boundsOf } from './period.ts';
import { sessionsIn } from './sessions-in.ts';

/** Accounts that had been made by a moment; those erased since still count. */
export async function countUsers(db: Database, at: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from users where created_at < ${at}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Booked places in the sessions of a period. */
export async function countPlaces(db: Database, { period, filter }: Scope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(active_count), 0) as count from ${sessionsIn(period, filter)} s`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Tickets that could be booked with just before the end of a period, or now if it has not ended: running or waiting for their first
 * booking to start them, neither frozen nor revoked, with an entry left or unlimited.
 */
export async function countActiveTickets(db: Database, { period, now }: Scope): Promise<number> {
  const { until } = boundsOf(period);
  if (Temporal.Instant.compare(until, now) >= 0) return countActiveNow(db, now);
  const through = await settledThrough(db, 'ticket_days', period.timeZone);
  const settled = through && Temporal.Instant.compare(until, through) <= 0;
  return settled ? findActiveOn(db, period.end.subtract({ days: 1 })) : countActiveBefore(db, until);
}

async function countActiveNow(db: Database, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from tickets
    where (valid_until is null or valid_until > ${now}) and (validity_days is not null or valid_from <= ${now})
      and state = 'active' and (unlimited or entries_left > 0)`.execute(db);
  return rows[0]?.count ?? 0;
}

/** As it was written down; before the first ticket there is nothing. */
async function findActiveOn(db: Database, day: Temporal.PlainDate): Promise<number> {
  const row = await db.selectFrom('ticketDays').select('active').where('day', '=', day).executeTakeFirst();
  return row?.active ?? 0;
}

/**
 * The balance of then is that of now without what the ledger says since. A freeze that has ended is forgotten: the validity was
 * extended by it.
 */
async function countActiveBefore(db: Database, at: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with since as materialized (
      select ticket_id, sum(entries) as entries from ticket_ledger where at >= ${at} group by ticket_id
    )
    select count(*) from tickets t left join since s on s.ticket_id = t.id
    where (t.valid_until is null or t.valid_until >= ${at}) and (t.validity_days is not null or t.valid_from < ${at}) and t.created_at < ${at}
      and (t.revoked_at is null or t.revoked_at >= ${at}) and (t.frozen_at is null or t.frozen_at >= ${at})
      and (t.unlimited or t.entries_left - coalesce(s.entries, 0) > 0)`.execute(db);
  return rows[0]?.count ?? 0;
}
