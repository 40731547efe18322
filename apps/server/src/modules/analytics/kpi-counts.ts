import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { Scope } from './analytics-query.ts';
import { sessionsIn } from './sessions-in.ts';

/** Accounts that had been made by either moment, in one pass; those erased since still count. */
export async function countUsers(db: Database, moments: readonly [Temporal.Instant, Temporal.Instant]) {
  const [value, previous] = moments;
  const { rows } = await sql<{ value: number; previous: number }>`
    select count(*) filter (where created_at < ${value}) as value, count(*) filter (where created_at < ${previous}) as previous
    from users`.execute(db);
  return rows[0] ?? { value: 0, previous: 0 };
}

/** Booked places in the sessions of a period. */
export async function countPlaces(db: Database, { period, filter }: Scope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(active_count), 0) as count from ${sessionsIn(period, filter)} s`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Tickets that could be used just before that moment, or now: running, neither frozen nor revoked, with an entry left or unlimited. */
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
 * Just before `at`, which is the first moment after a period. The balance of then is the sum of the ledger until then, of
 * which no more is read than since the oldest ticket that was valid. A freeze that has ended is forgotten: the validity was
 * extended by it.
 */
async function countActiveBefore(db: Database, at: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with valid as materialized (
      select id, unlimited, created_at from tickets
      where valid_until >= ${at} and valid_from < ${at} and created_at < ${at}
        and (revoked_at is null or revoked_at >= ${at}) and (frozen_at is null or frozen_at >= ${at})
    ), balance as (
      select ticket_id, sum(entries) as entries from ticket_ledger
      where at < ${at} and at >= (select min(created_at) from valid where not unlimited)
      group by ticket_id
    )
    select count(*) from valid t left join balance b on b.ticket_id = t.id where t.unlimited or b.entries > 0`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}
