import { type Db, fromKysely, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Tx } from '../db/database.ts';
import { DEAD_LETTERS, type JobDefinition, type PayloadOf, type RegisteredJob } from './define-job.ts';
import { checkPayload } from './job-payload.ts';
import { scheduleJobs, startWorker } from './job-worker.ts';

/** A statement ready to be sent on a connection of the caller's choice. */
export interface SqlStatement {
  text: string;
  values: unknown[];
}

/** Background jobs on pg-boss. They are enqueued only inside the transaction that causes them. */
export interface JobQueue {
  /** Every kind of work this process knows. */
  readonly definitions: readonly JobDefinition[];
  /**
   * Adds jobs that exist exactly if `tx` commits.
   *
   * @throws InvalidPayload when a payload is not what the job says
   */
  enqueue<D extends JobDefinition>(tx: Tx, job: D, payloads: PayloadOf<D>[]): Promise<void>;
  /** The same as one statement, for a pipelined connection that must not wait between statements. */
  enqueueStatement<D extends JobDefinition>(job: D, payloads: PayloadOf<D>[]): Promise<SqlStatement>;
  /** Starts working off jobs in this process (the worker role); `studioTimeZone` is that of schedules in the studio's zone. */
  work(jobs: readonly RegisteredJob[], studioTimeZone: string): Promise<void>;
  /** When scheduled jobs run next, by name; those that no worker has scheduled yet are missing. */
  nextRuns(): Promise<ReadonlyMap<string, NextRun>>;
  /** Puts a dead letter back into its queue, with all its attempts before it. False when it did not take it. */
  redrive(tx: Tx, deadLetterId: string): Promise<boolean>;
  /** Deletes a dead letter. */
  discard(tx: Tx, deadLetterId: string): Promise<void>;
  /** Rejects when the queue's tables cannot be reached. */
  ping(): Promise<void>;
  /** Ends polling; running jobs get up to `graceMs` to finish. */
  stop(graceMs?: number): Promise<void>;
}

export interface NextRun {
  at: Temporal.Instant;
  timeZone: string;
}

export interface JobQueueOptions {
  databaseUrl: string;
  role: 'api' | 'worker';
  definitions: readonly JobDefinition[];
  log: Logger;
}

/** Connects to the queue and makes sure that every defined queue exists. */
export async function openJobQueue({ databaseUrl, role, definitions, log }: JobQueueOptions): Promise<JobQueue> {
  const isWorker = role === 'worker';
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: `openmat-${role}-jobs`,
    max: isWorker ? 5 : 2,
    migrate: false,
    supervise: isWorker,
    schedule: isWorker,
    useListenNotify: isWorker,
    // How often missing heartbeats are looked for: both count, and the first is a minute when absent.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'job queue error'));
  await boss.start();
  await createQueues(boss, definitions);

  const enqueueStatement: JobQueue['enqueueStatement'] = async (job, payloads) => {
    const captured: SqlStatement[] = [];
    await insert(boss, job, payloads, recordingDatabase(captured));
    const [statement, ...others] = captured;
    if (!statement || others.length > 0) throw new Error('pg-boss no longer inserts with one statement');
    return statement;
  };

  return {
    definitions,
    enqueueStatement,
    enqueue: async (tx, job, payloads) => {
      if (payloads.length > 0) await insert(boss, job, payloads, fromKysely(tx));
    },
    work: async (jobs, studioTimeZone) => {
      await scheduleJobs(boss, jobs, studioTimeZone);
      for (const job of jobs) await startWorker(boss, job, log);
    },
    nextRuns: () => nextRuns(boss),
    redrive: async (tx, id) => (await boss.redrive(DEAD_LETTERS, { ids: [id], db: fromKysely(tx) })) === 1,
    discard: async (tx, id) => {
      await boss.deleteJob(DEAD_LETTERS, id, { db: fromKysely(tx) });
    },
    ping: async () => {
      await boss.getQueue(DEAD_LETTERS);
    },
    stop: (graceMs = 10_000) => boss.stop({ graceful: true, timeout: graceMs }),
  };
}

async function createQueues(boss: PgBoss, definitions: readonly JobDefinition[]): Promise<void> {
  await boss.createQueue(DEAD_LETTERS);
  for (const { name, retryLimit, retryDelaySeconds, retryDelayMaxSeconds, urgent = false } of definitions) {
    // A killed worker is noticed when its heartbeat is missing, so the job runs again after 10 to 15 s and the wait before a retry.
    const options = {
      retryLimit,
      retryDelay: retryDelaySeconds,
      retryBackoff: true,
      ...(retryDelayMaxSeconds && { retryDelayMax: retryDelayMaxSeconds }),
      deadLetter: DEAD_LETTERS,
      heartbeatSeconds: 10,
      notify: urgent,
    };
    await boss.createQueue(name, options);
    await boss.updateQueue(name, options);
  }
}

async function nextRuns(boss: PgBoss): Promise<ReadonlyMap<string, NextRun>> {
  const runs = new Map<string, NextRun>();
  for (const { name, cron, timezone: timeZone } of await boss.getSchedules()) {
    const [next] = boss.previewSchedule(cron, { tz: timeZone, count: 1 });
    if (next) runs.set(name, { at: Temporal.Instant.fromEpochMilliseconds(next.getTime()), timeZone });
  }
  return runs;
}

async function insert(boss: PgBoss, job: JobDefinition, payloads: unknown[], db: Db): Promise<void> {
  for (const payload of payloads) checkPayload(job, payload);
  await boss.insert(
    job.name,
    payloads.map((data) => ({ data: data as object })),
    { db, returnId: false },
  );
}

function recordingDatabase(captured: SqlStatement[]): Db {
  return {
    executeSql: async (text, values = []) => {
      captured.push({ text, values: [...values] });
      return { rows: [] };
    },
  };
}
