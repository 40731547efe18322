import { Counter, Gauge, Histogram } from 'prom-client';
import type { Database } from '../db/database.ts';
import { countJobs, jobStates } from './job-counts.ts';

/** Counted by the worker that runs the jobs. */
export const jobSeconds = new Histogram({
  name: 'openmat_job_seconds',
  help: 'Duration of one attempt of a job',
  labelNames: ['queue'],
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300],
});

export const jobFailures = new Counter({
  name: 'openmat_job_failures_total',
  help: 'Attempts of jobs that failed',
  labelNames: ['queue'],
});

const jobs = new Gauge({
  name: 'openmat_jobs',
  help: 'Jobs that are not done: waiting, running, failed (waits for another attempt), dead (given up)',
  labelNames: ['queue', 'state'],
});

const oldestWaiting = new Gauge({
  name: 'openmat_job_oldest_waiting_seconds',
  help: 'How long the oldest job that is due has waited for a worker',
  labelNames: ['queue'],
});

/** Several scrapes within this time read the database once. */
const FRESH_MS = 5_000;

/**
 * Reads the gauges of all queues from the database; every process would answer the same. While the database cannot be
 * reached they are absent.
 */
export function queueGauges(db: Database, queues: readonly string[]): () => Promise<void> {
  let readAt = -FRESH_MS;
  return async () => {
    if (performance.now() - readAt < FRESH_MS) return;
    readAt = performance.now();
    const counts = await countJobs(db).catch(() => null);
    jobs.reset();
    oldestWaiting.reset();
    if (!counts) return;
    for (const queue of queues) {
      const count = counts.get(queue);
      for (const state of jobStates) jobs.set({ queue, state }, count?.[state] ?? 0);
      oldestWaiting.set({ queue }, count?.oldestWaitingSeconds ?? 0);
    }
  };
}
