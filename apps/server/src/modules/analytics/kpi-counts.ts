import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { Scope } from './analytics-query.ts';
import { sessionsIn } from './sessions-in.ts';

/** Accounts that had been made by then; those erased since still count. */
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

/** Tickets that could be used at that moment: running, neither frozen nor revoked, with an entry left or unlimited. */
export function countActiveTickets(db: Database, at: Temporal.Instant, now: Temporal.Instant): Promise<number> {
  return Temporal.Instant.compare(at, now) < 0 ? countActiveBefore(db, at) : countActiveNow(db, now);
}

async function countActiveNow(db: Database, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from tickets
    where valid_until > ${now} and valid_from <= ${now} and state = 'active' and (unlimited or entries_left > 0)`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/**
 * The balance of then is the sum of the ledger until then. Of the ledger it reads no more than since the oldest ticket
 * that was valid. A freeze that has ended is forgotten: the validity was extended by it.
 */
async function countActiveBefore(db: Database, at: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with valid as materialized (
      select id, unlimited, created_at from tickets
      where valid_until > ${at} and valid_from <= ${at} and created_at <= ${at}
        and (revoked_at is null or revoked_at > ${at}) and (frozen_at is null or frozen_at > ${at})
    ), filled as (
      select l.ticket_id from ticket_ledger l join valid t on t.id = l.ticket_id and not t.unlimited
      where l.at <= ${at} and l.at >= (select min(created_at) from valid where not unlimited)
      group by l.ticket_id having sum(l.entries) > 0
    )
    select (select count(*) from valid where unlimited) + (select count(*) from filled) as count`.execute(db);
  return rows[0]?.count ?? 0;
}
