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

/** Tells every API process about new or changed sessions, once `tx` commits. */
export async function notifySessionCounts(tx: Tx, counts: readonly SessionCounts[]): Promise<void> {
  const payloads = counts.map((one) => JSON.stringify(one));
  await sql`select pg_notify(${SESSION_CHANNEL}, payload) from unnest(${payloads}::text[]) as payload`.execute(tx);
}
