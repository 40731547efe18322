import type { PromotionCause, PromotionOutcome } from './seat-command.ts';

/** What became of a free seat, as far as one waiter is concerned. */
export type QueueOutcome = PromotionOutcome | 'went_ahead' | 'passed_by' | 'claimed_by_other';

/** One waiter's time in a queue. */
export interface Wait {
  bookingId: string;
  queueNumber: number;
  since: Temporal.Instant;
  /** null: still waiting */
  until: Temporal.Instant | null;
}

/** A row of the session's promotion log, with the queue number of the booking that was considered. */
export interface LoggedDecision {
  bookingId: string;
  queueNumber: number;
  outcome: PromotionOutcome;
  cause: PromotionCause;
  at: Temporal.Instant;
}

export interface QueueDecision {
  at: Temporal.Instant;
  outcome: QueueOutcome;
  cause: PromotionCause | 'booked_directly';
  /** Place in line right after it; null once the wait was over. */
  position: number | null;
}

export interface QueueFacts {
  wait: Wait;
  /** Decisions of this session's queue, in the order in which they were made. */
  log: readonly LoggedDecision[];
  /** When others took a seat without having waited. */
  bookedDirectly: readonly Temporal.Instant[];
  /** For each who joined before: when their wait ended, null while it lasts. */
  aheadUntil: readonly (Temporal.Instant | null)[];
}

/**
 * Every decision about a seat that was free while somebody waited, oldest first: those about this waiter, and those that gave the
 * seat to another. What kept others from a seat is their own business and is left out.
 */
export function explainQueue({ wait, log, bookedDirectly, aheadUntil }: QueueFacts): QueueDecision[] {
  const isDuring = (at: Temporal.Instant) => isAfter(at, wait.since) && !(wait.until && isAfter(at, wait.until));
  // A batch is decided at one instant: who joined in it may have moved up in it.
  const concerns = (row: LoggedDecision) => row.bookingId === wait.bookingId || isDuring(row.at);
  const position = (at: Temporal.Instant) =>
    wait.until && !isAfter(wait.until, at) ? null : 1 + aheadUntil.filter((end) => !end || isAfter(end, at)).length;
  const logged = log.flatMap((row) => {
    const outcome = outcomeFor(wait, row);
    return outcome && concerns(row) ? [{ at: row.at, outcome, cause: row.cause, position: position(row.at) }] : [];
  });
  const direct = bookedDirectly
    .filter(isDuring)
    .map((at) => ({ at, outcome: 'claimed_by_other', cause: 'booked_directly', position: position(at) }) as const);
  // The sort is stable: who was looked at before a seat was booked directly stands before it.
  return [...logged, ...direct].sort((a, b) => Temporal.Instant.compare(a.at, b.at));
}

function outcomeFor(wait: Wait, { bookingId, queueNumber, outcome }: LoggedDecision): QueueOutcome | null {
  if (bookingId === wait.bookingId) return outcome;
  if (outcome === 'promoted') return queueNumber < wait.queueNumber ? 'went_ahead' : 'passed_by';
  return outcome === 'claimed' ? 'claimed_by_other' : null;
}

function isAfter(at: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, other) > 0;
}
