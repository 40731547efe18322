import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { DEAD_LETTERS } from './define-job.ts';

export const jobStates = ['waiting', 'running', 'failed', 'dead'] as const;

/** The jobs of one queue that are not done. */
export interface JobCounts extends Record<(typeof jobStates)[number], number> {
  /** How long the oldest job that is due has waited for a worker; null when none is. */
  oldestWaitingSeconds: number | null;
}

/**
 * Jobs by queue: waiting for their first attempt, running, failed and waiting for another attempt, given up. A queue
 * without any is missing.
 */
export async function countJobs(db: Database): Promise<ReadonlyMap<string, JobCounts>> {
  const { rows } = await sql<JobCounts & { queue: string }>`
    select case name when ${DEAD_LETTERS} then source_name else name end as queue,
      count(*) filter (where name <> ${DEAD_LETTERS} and state = 'created') as waiting,
      count(*) filter (where name <> ${DEAD_LETTERS} and state = 'active') as running,
      count(*) filter (where name <> ${DEAD_LETTERS} and state = 'retry') as failed,
      count(*) filter (where name = ${DEAD_LETTERS}) as dead,
      extract(epoch from now() - min(start_after) filter (where name <> ${DEAD_LETTERS} and state < 'active' and start_after <= now()))::float8
        as "oldestWaitingSeconds"
    from pgboss.job where state in ('created', 'retry', 'active') group by 1`.execute(db);
  return new Map(rows.map(({ queue, ...counts }) => [queue, counts]));
}
