import { type Db, fromKysely, type Job, type JobResult, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Tx } from '../db/database.ts';
import type { JobDefinition, PayloadOf, RegisteredJob } from './define-job.ts';

/** A statement ready to be sent on a connection of the caller's choice. */
export interface SqlStatement {
  text: string;
  values: unknown[];
}

/** Background jobs on pg-boss. They are enqueued only inside the transaction that causes them. */
export interface JobQueue {
  /** Adds jobs that exist exactly if `tx` commits. */
  enqueue<D extends JobDefinition>(tx: Tx, job: D, payloads: PayloadOf<D>[]): Promise<void>;
  /** The same as one statement, for a pipelined connection that must not wait between statements. */
  enqueueStatement<D extends JobDefinition>(job: D, payloads: PayloadOf<D>[]): Promise<SqlStatement>;
  /** Starts working off jobs in this process (the worker role). */
  work(jobs: readonly RegisteredJob[]): Promise<void>;
  /** Rejects when the queue's tables cannot be reached. */
  ping(): Promise<void>;
  /** Ends polling; running jobs get up to `graceMs` to finish. */
  stop(graceMs?: number): Promise<void>;
}

export interface JobQueueOptions {
  databaseUrl: string;
  role: 'api' | 'worker';
  definitions: readonly JobDefinition[];
  log: Logger;
}

/** Where jobs end up that failed in every attempt. */
export const DEAD_LETTERS = 'dead-letters';

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
    monitorIntervalSeconds: 2,
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
    enqueueStatement,
    enqueue: async (tx, job, payloads) => {
      if (payloads.length > 0) await insert(boss, job, payloads, fromKysely(tx));
    },
    work: async (jobs) => {
      for (const job of jobs) await startWorker(boss, job, log);
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
    // A killed worker is noticed when its heartbeat is missing, so the job runs again after about 10 s.
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

async function startWorker(boss: PgBoss, { definition, handle }: RegisteredJob, log: Logger): Promise<void> {
  const { name, schedule, batchSize = 1 } = definition;
  if (schedule) await boss.schedule(name, schedule.cron, {}, { tz: schedule.timeZone });
  const options = { pollingIntervalSeconds: 1, batchSize, burstWhenBatchFull: true, perJobResults: true } as const;
  await boss.work<object>(name, options, (batch) => Promise.all(batch.map((job) => work(job))));

  async function work({ id, data, signal }: Job<object>): Promise<JobResult> {
    try {
      await handle(data, signal);
      return { id, status: 'completed' };
    } catch (error) {
      log.error({ err: error, job: name, jobId: id }, 'job failed');
      return { id, status: 'failed', output: error };
    }
  }
}

function insert(boss: PgBoss, job: JobDefinition, payloads: unknown[], db: Db): Promise<unknown> {
  return boss.insert(
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
