import { type PreparedLoad, prepareLoad } from './load-child.ts';

/** Bookings as pairs of the seeded numbers `[member, session, member, session, …]`, or one page again and again. */
export type HttpRequests = { bookings: Uint32Array } | { path: string };

export interface HttpLoadPlan {
  /** API processes; connections are dealt out to them in turn. */
  urls: string[];
  connections: number;
  requests: HttpRequests;
  /** Nothing is sent after this time; without it until all requests are sent. */
  seconds?: number;
  /** Wait between an answer and the next request of the connection. */
  pauseMs?: number;
  keepBodies?: boolean;
}

/** Arrays are in the order of sending. */
export interface HttpLoadResult {
  /** Milliseconds since the first request. */
  sentAtMs: Float64Array;
  latenciesMs: Float64Array;
  statuses: Uint16Array;
  bodies: string[];
  /** From the first request to the last answer. */
  seconds: number;
  /** Processor time of the load generator itself. */
  cpuSeconds: number;
}

/** Prepares connections and requests in a child process. */
export function prepareHttpLoad(plan: HttpLoadPlan): Promise<PreparedLoad<HttpLoadResult>> {
  return prepareLoad<HttpLoadPlan, HttpLoadResult>('./http-load-child.ts', plan);
}
