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
