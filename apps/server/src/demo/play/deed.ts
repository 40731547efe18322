import type { Decision, SeatCommand } from '#modules/booking/index.ts';
import type { Tx } from '#platform/db/database.ts';

/** A try to do something about seats, and what follows from how it was decided. */
export interface Attempt {
  command: SeatCommand;
  decided?: (decision: Decision, at: Temporal.Instant) => void;
}

/** Anything else that somebody does. */
export interface Work {
  work: (tx: Tx, at: Temporal.Instant) => Promise<void>;
}

/** Something that happens at a time of the story. */
export type Deed = Attempt | Work;
