/** Statements that clients send to PostgreSQL in a loop, without Openmat. */
export interface SqlLoad {
  databaseUrl: string;
  /** Sent in order; `:session` and `:member` are drawn for each turn, `:ticket` is the column of an earlier answer. */
  statements: readonly string[];
  /** First and last number; drawn at random. */
  sessions: readonly [first: number, last: number];
  members: Members;
  clients: number;
  /** Whole seconds. */
  seconds: number;
}

/** Members take turns, so that on one session nobody comes twice. */
export interface Members {
  /** Number of the first one, and how many there are. */
  first: number;
  count: number;
  /** Where in the round the load begins. */
  offset: number;
}

export interface SqlLoadResult {
  turns: number;
  perSecond: number;
}

const LAPS = 16;

/**
 * Into how many interleaved parts the sessions are divided. Each time all members have had a turn the next part is theirs, so that
 * nobody draws a session again; a single session is one part.
 */
export function lapsOf([first, last]: SqlLoad['sessions']): number {
  return last - first + 1 >= LAPS ? LAPS : 1;
}
