import { type RawBuilder, sql } from 'kysely';
import type { Database, Tx } from '../db/database.ts';
import { found } from '../http/app-error.ts';
import { decodeCursor } from '../http/cursor.ts';
import { DEAD_LETTERS, type JobDefinition } from './define-job.ts';
import { countJobs, type JobCounts } from './job-counts.ts';
import type { JobQueue, NextRun } from './job-queue.ts';

/** One kind of background work and how it stands. */
export interface QueueState extends JobCounts {
  definition: JobDefinition;
  /** Missing for what does not start by the clock, and until a worker has started. */
  nextRun: NextRun | undefined;
}

/** Every queue in the order of its definition. */
export async function listQueues(
  db: Database,
  jobs: Pick<JobQueue, 'definitions' | 'nextRuns'>,
): Promise<QueueState[]> {
  const [counts, nextRuns] = await Promise.all([countJobs(db), jobs.nextRuns()]);
  const none: JobCounts = { waiting: 0, running: 0, failed: 0, dead: 0, oldestWaitingSeconds: null };
  return jobs.definitions.map((definition) => ({
    definition,
    nextRun: nextRuns.get(definition.name),
    ...(counts.get(definition.name) ?? none),
  }));
}

/** A job of which at least one attempt failed. */
export interface FailedJob {
  id: string;
  queue: string;
  /** `failed`: another attempt follows; `dead`: given up, waits for somebody to look at it. */
  state: 'failed' | 'dead';
  payload: object;
  error: string | null;
  attempts: number;
  createdAt: Temporal.Instant;
  /** When it was given up; null when it was not. */
  deadAt: Temporal.Instant | null;
  nextAttemptAt: Temporal.Instant | null;
  /** When it came onto this list's place; the sort key. */
  listedAt: Temporal.Instant;
}

// What is given up is a job of its own in the queue of dead letters, and remembers where it comes from.
const failures: RawBuilder<FailedJob> = sql`
  select id, name as queue, 'failed' as state, data as payload, output ->> 'message' as error, retry_count + 1 as attempts,
    created_on as "createdAt", null::timestamptz as "deadAt", start_after as "nextAttemptAt", created_on as "listedAt"
  from pgboss.job where name <> ${DEAD_LETTERS} and state = 'retry'
  union all
  select id, source_name, 'dead', data, source_output ->> 'message', source_retry_count + 1,
    source_created_on, created_on, null, created_on
  from pgboss.job where name = ${DEAD_LETTERS} and state = 'created'`;

export interface FailureQuery {
  queue?: string;
  cursor?: string;
  limit: number;
}

/** Failed and given-up jobs, newest first; one more than `limit`, so that the caller sees whether there are more. */
export async function listFailures(db: Database, { queue, cursor, limit }: FailureQuery): Promise<FailedJob[]> {
  const conditions = [sql<boolean>`true`];
  if (queue) conditions.push(sql<boolean>`queue = ${queue}`);
  if (cursor) {
    const [listedAt, id] = decodeCursor(cursor, ['instant', 'id']);
    conditions.push(sql<boolean>`("listedAt", id) < (${listedAt}::timestamptz, ${id}::uuid)`);
  }
  const { rows } = await sql<FailedJob>`
    select * from (${failures}) failure where ${sql.join(conditions, sql` and `)}
    order by "listedAt" desc, id desc limit ${limit + 1}`.execute(db);
  return rows;
}

export interface DeadLetter {
  id: string;
  queue: string;
  error: string | null;
}

/**
 * A dead letter, locked until the transaction ends: only one admin retries or deletes it.
 *
 * @throws AppError `not_found` when there is none (any more)
 */
export async function lockDeadLetter(tx: Tx, id: string): Promise<DeadLetter> {
  const { rows } = await sql<DeadLetter>`
    select id, source_name as queue, source_output ->> 'message' as error from pgboss.job
    where name = ${DEAD_LETTERS} and id = ${id} and state = 'created' for update`.execute(tx);
  return found(rows[0], 'job that was given up');
}
