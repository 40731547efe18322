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
