import { setTimeout as delay } from 'node:timers/promises';
import type { Database, Tx } from './database.ts';
import { pgErrorCode } from './pg-error.ts';

const RETRIES = 3;
const RETRYABLE = new Set(['40001', '40P01']);

/** Thrown inside a transaction whose premises moved (a row appeared that should have been locked): run it again from the start. */
export class StalePremise extends Error {}

/** True for serialization failures, deadlocks and stale premises: the whole transaction may be run again. */
export function isRetryable(error: unknown): boolean {
  return error instanceof StalePremise || RETRYABLE.has(pgErrorCode(error) ?? '');
}

class Rehearsed<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('rolled back on purpose');
    this.result = result;
  }
}

/** Runs `work` in one transaction that never commits, and answers what it would have done: for previews. */
export async function rehearse<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(db, async (tx) => {
      throw new Rehearsed(await work(tx));
    });
  } catch (error) {
    // Only the line above throws one.
    if (error instanceof Rehearsed) return error.result as T;
    throw error;
  }
}

/**
 * Runs `work` in one transaction and commits it; an error rolls back.
 *
 * `work` may run up to four times (deadlock, serialization failure), so it must have no effect outside the transaction:
 * no network, no hashing, no files.
 */
export async function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (!isRetryable(error) || attempt > RETRIES) throw error;
      await delay(Math.random() * 20 * attempt);
    }
  }
}
