import type { Static, TSchema } from 'typebox';

/** Queue of the jobs that failed in every attempt. */
export const DEAD_LETTERS = 'dead-letters';

/** One kind of background work: its queue, what a payload looks like, and how it is retried. */
export interface JobDefinition<T extends TSchema = TSchema> {
  name: string;
  /** What it does, in one sentence for whoever looks at the queues. */
  summary: string;
  payload: T;
  /** Attempts after the first; afterwards the job goes to the dead letters. */
  retryLimit: number;
  /** First wait before a retry; doubles with every attempt. */
  retryDelaySeconds: number;
  /** The longest wait before a retry; without it the doubling has no end. */
  retryDelayMaxSeconds?: number;
  /** How many one worker takes up and runs beside each other; when absent 5, and 1 for work that starts by the clock. */
  batchSize?: number;
  /** Workers are woken by NOTIFY instead of polling; it costs commit rate, so only where a member waits for the outcome. */
  urgent?: boolean;
  /** For work that starts by the clock; its payload is `{}`. */
  schedule?: Schedule;
}

export interface Schedule {
  cron: string;
  /** An IANA zone, or `studio`: the studio's own as it is when a worker starts. */
  timeZone: string;
}

export type PayloadOf<D> = D extends JobDefinition<infer T> ? Static<T> : never;

/** Declares a job; modules keep these in their `*-jobs.ts`. */
export function defineJob<T extends TSchema>(definition: JobDefinition<T>): JobDefinition<T> {
  return definition;
}

/** Does the work of one job. It may run more than once for the same payload and must then change nothing further. */
export type JobHandler<D> = (payload: PayloadOf<D>, signal: AbortSignal) => Promise<void>;

/** A job together with its handler, as the worker runs it. */
export interface RegisteredJob {
  definition: JobDefinition;
  handle: (payload: unknown, signal: AbortSignal) => Promise<void>;
}

/** Pairs a job with its handler, checked against its payload type. */
export function handleJob<D extends JobDefinition>(definition: D, handler: JobHandler<D>): RegisteredJob {
  return { definition, handle: (payload, signal) => handler(payload as PayloadOf<D>, signal) };
}
