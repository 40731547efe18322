import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Database } from '../db/database.ts';
import { defineJob, handleJob, type RegisteredJob } from './define-job.ts';

/** Deletes what the platform kept for a while only. */
export const housekeepingJob = defineJob({
  name: 'platform-housekeeping',
  summary: 'Deletes the answers kept for idempotency keys older than 72 hours.',
  payload: Type.Object({}),
  retryLimit: 3,
  retryDelaySeconds: 60,
  schedule: { cron: '41 3 * * *', timeZone: 'studio' },
});

/** So long a repeated request gets the answer of the first time. */
const KEEP_ANSWERS_HOURS = 72;

export function platformJobs({ db }: { db: Database }): RegisteredJob[] {
  return [
    handleJob(housekeepingJob, async (_payload, signal) => {
      await deleteOldAnswers(db, Temporal.Now.instant(), { signal });
    }),
  ];
}

/**
 * Deletes idempotency keys older than 72 hours, in chunks: one large delete would hold its locks, and keep vacuum from
 * everything, as long as it takes.
 *
 * @returns how many were deleted
 */
export async function deleteOldAnswers(
  db: Database,
  now: Temporal.Instant,
  { chunk = 1_000, signal }: { chunk?: number; signal?: AbortSignal } = {},
): Promise<number> {
  const oldest = now.subtract({ hours: KEEP_ANSWERS_HOURS });
  for (let deleted = 0; ; ) {
    const { numAffectedRows = 0n } = await sql`
      delete from idempotency_keys where ctid = any (array(
        select ctid from idempotency_keys where created_at < ${oldest} order by created_at limit ${chunk} for update skip locked))
    `.execute(db);
    deleted += Number(numAffectedRows);
    if (Number(numAffectedRows) < chunk || signal?.aborted) return deleted;
  }
}
