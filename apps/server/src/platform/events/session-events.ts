import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

/** PostgreSQL channel on which a transaction tells every API process that a session's counters changed. */
export const SESSION_CHANNEL = 'session_counts';

/** What changed about a session; also the payload of the `session.counts` server-sent event. */
export interface SessionCounts {
  sessionId: string;
  activeCount: number;
  waitingCount: number;
  capacity: number;
  state: 'scheduled' | 'canceled';
}

/** PostgreSQL takes payloads below 8,000 bytes; the longest counts have 155. */
const COUNTS_PER_PAYLOAD = 50;

/** Payloads for the channel: a list of counts each, as a notification costs PostgreSQL and every listener more than its content. */
export function countsPayloads(counts: readonly SessionCounts[]): string[] {
  const chunks = Math.ceil(counts.length / COUNTS_PER_PAYLOAD);
  return Array.from({ length: chunks }, (_, i) =>
    JSON.stringify(counts.slice(i * COUNTS_PER_PAYLOAD, (i + 1) * COUNTS_PER_PAYLOAD)),
  );
}

/** The counts of a payload; none when somebody else notified on our channel: that must not end the process. */
export function parseCounts(payload: string): SessionCounts[] {
  try {
    const counts = JSON.parse(payload);
    return Array.isArray(counts) ? counts : [];
  } catch {
    return [];
  }
}

/** Tells every API process about new or changed sessions, once `tx` commits. */
export async function notifySessionCounts(tx: Tx, counts: readonly SessionCounts[]): Promise<void> {
  const payloads = countsPayloads(counts);
  await sql`select pg_notify(${SESSION_CHANNEL}, payload) from unnest(${payloads}::text[]) as payload`.execute(tx);
}
