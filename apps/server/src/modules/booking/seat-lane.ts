import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { connectionConfig } from '#platform/db/database.ts';
import { violatedConstraint } from '#platform/db/pg-error.ts';
import { isRetryable } from '#platform/db/transaction.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';
import { runSeatBatch } from './seat-batch.ts';
import type { Decision, SeatCommand } from './seat-command.ts';
import { sendOnLane } from './seat-sql.ts';

const RETRIES = 3;
/**
 * Plans are thrown away this often: one that was made while a table was empty goes on reading all of it once it has grown, and PostgreSQL
 * itself looks again only after an autovacuum. Planning anew takes some 4 ms.
 */
const PLAN_LIFE_MS = 2_000;

// Array parameters hide their sizes from the planner, so a generic plan is as good and is made once. Every statement of a
// lane looks rows up by key; without the second setting, a plan made while a table was small would go on reading all of it.
const PLANNING = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off';

export interface LaneRunOptions {
  /** How long to wait for a lock, in milliseconds; that of the connection when absent. */
  lockTimeoutMs?: number | undefined;
  /** Called when everything was decided and the database is busy saving it. */
  onSaving?: () => void;
}

/** One pipelined connection that runs batches, one transaction each. */
export class SeatLane {
  readonly #url: string;
  readonly #jobs: JobQueue;
  readonly #log: Logger;
  #client: pg.Client | undefined;
  #plannedAt = performance.now();
  #closed = false;

  constructor(url: string, jobs: JobQueue, log: Logger) {
    this.#url = url;
    this.#jobs = jobs;
    this.#log = log;
  }

  get connected(): boolean {
    return this.#client !== undefined;
  }

  async connect(): Promise<void> {
    const config = connectionConfig(this.#url, 'openmat-lane');
    const client = new pg.Client({ ...config, pipeline: true, options: `${config.options} ${PLANNING}` });
    client.on('error', (error) => {
      this.#log.warn({ err: error }, 'lane connection lost');
      // Before its end is known, so that nothing is sent to it any more.
      this.#client = undefined;
    });
    await client.connect();
    if (this.#closed) return client.end();
    this.#client = client;
    client.on('end', () => {
      this.#client = undefined;
      void this.#reconnect();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end();
  }

  /**
   * Runs commands in one transaction and commits.
   *
   * Deadlocks and serialization failures are tried again as a whole, at most 3 times, and so is an idempotency key that was used
   * elsewhere at the same time: the next attempt sees what was answered to it. Any other error is the caller's.
   */
  async run(commands: readonly SeatCommand[], { lockTimeoutMs, onSaving }: LaneRunOptions = {}): Promise<Decision[]> {
    const begin = lockTimeoutMs === undefined ? 'begin' : `begin; set local lock_timeout = ${lockTimeoutMs}`;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#transact(begin, commands, onSaving);
      } catch (error) {
        const again = isRetryable(error) || violatedConstraint(error) === 'idempotency_keys_pkey';
        if (!again || attempt > RETRIES) throw error;
        await delay(Math.random() * 10 * attempt);
      }
    }
  }

  async #transact(begin: string, commands: readonly SeatCommand[], onSaving?: () => void): Promise<Decision[]> {
    const client = this.#client;
    if (!client) throw new Error('Connection terminated: the lane is not connected');
    this.#renewPlans(client);
    const begun = client.query(begin);
    // Heard by the first statement that follows as well; without this it would be an unhandled rejection.
    begun.catch(() => {});
    let committed: Promise<pg.QueryResult> | undefined;
    try {
      const decisions = await runSeatBatch(sendOnLane(client), commands, {
        jobs: this.#jobs,
        onSaving: () => {
          // Right behind the writes, so that the locks are not held for a round trip more. After a failed write it commits nothing.
          committed = client.query('commit');
          committed.catch(() => {});
          onSaving?.();
        },
      });
      // PostgreSQL answers COMMIT of a failed transaction with a polite ROLLBACK.
      if ((await committed)?.command !== 'COMMIT') throw new Error('the batch was rolled back');
      return decisions;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    }
  }

  /** Rides in front of a transaction, without a round trip of its own. */
  #renewPlans(client: pg.Client): void {
    const now = performance.now();
    if (now - this.#plannedAt < PLAN_LIFE_MS) return;
    this.#plannedAt = now;
    // A lost connection is noticed by what follows.
    client.query('discard plans').catch(() => {});
  }

  async #reconnect(): Promise<void> {
    for (let wait = 50; !this.#closed; wait = Math.min(wait * 2, 2_000)) {
      await delay(wait);
      try {
        return await this.connect();
      } catch (error) {
        this.#log.warn({ err: error }, 'lane cannot reconnect yet');
      }
    }
  }
}
