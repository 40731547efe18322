import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';

/**
 * Deletes what nobody can use any more. Ended devices are kept for 30 days, as long as the newest token of one lives, so
 * that a replay is still recognised.
 */
export async function deleteStaleSignIns(db: Database): Promise<void> {
  await sql`delete from refresh_families where least(revoked_at, expires_at) < now() - interval '30 days'`.execute(db);
  await sql`delete from one_time_tokens where expires_at < now() - interval '7 days'`.execute(db);
}
