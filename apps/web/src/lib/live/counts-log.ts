/** How full a session is; the payload of the `session.counts` event. */
export interface SessionCounts {
  sessionId: string;
  activeCount: number;
  waitingCount: number;
  capacity: number;
  state: 'scheduled' | 'canceled';
}

type Counted = Omit<SessionCounts, 'sessionId'> & { id: string };

/** Puts the counters of an event onto a session. */
export function withCounts<S extends Counted>(session: S, counts: SessionCounts | undefined): S {
  if (!counts) return session;
  const { activeCount, waitingCount, capacity, state } = counts;
  return { ...session, activeCount, waitingCount, capacity, state };
}

/**
 * Remembers what the event stream said, so that an answer that was under way when an event came in does not turn the
 * counters back.
 */
export class CountsLog {
  #sequence = 0;
  readonly #latest = new Map<string, { counts: SessionCounts; sequence: number }>();

  record(counts: SessionCounts): void {
    this.#sequence += 1;
    this.#latest.set(counts.sessionId, { counts, sequence: this.#sequence });
  }

  /** What was said last about a session. */
  latest(sessionId: string): SessionCounts | undefined {
    return this.#latest.get(sessionId)?.counts;
  }

  /** A point in the stream, taken before something is fetched. */
  mark(): number {
    return this.#sequence;
  }

  /** What was said about a session since a mark. */
  since(mark: number, sessionId: string): SessionCounts | undefined {
    const entry = this.#latest.get(sessionId);
    return entry && entry.sequence > mark ? entry.counts : undefined;
  }
}

/** What the stream has said in this tab. */
export const countsLog = new CountsLog();
