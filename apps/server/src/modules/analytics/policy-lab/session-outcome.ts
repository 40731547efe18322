import type { BookingRecord } from './session-record.ts';

/** How sessions came out, in numbers that can be added up. */
export interface SessionOutcome {
  sessions: number;
  capacity: number;
  /** Places held at the start. */
  booked: number;
  /** Who came from the waiting list to a place, whatever became of it. */
  placedFromList: number;
  /** Who was still waiting when the session began. */
  unplaced: number;
  lateCancels: number;
  /** Entries that late cancels cost, and that no refilled place gave back. */
  forfeitedEntries: number;
}

export const noSessions: Readonly<SessionOutcome> = {
  sessions: 0,
  capacity: 0,
  booked: 0,
  placedFromList: 0,
  unplaced: 0,
  lateCancels: 0,
  forfeitedEntries: 0,
};

export function addOutcomes(a: SessionOutcome, b: SessionOutcome): SessionOutcome {
  return {
    sessions: a.sessions + b.sessions,
    capacity: a.capacity + b.capacity,
    booked: a.booked + b.booked,
    placedFromList: a.placedFromList + b.placedFromList,
    unplaced: a.unplaced + b.unplaced,
    lateCancels: a.lateCancels + b.lateCancels,
    forfeitedEntries: a.forfeitedEntries + b.forfeitedEntries,
  };
}

type Ended = Pick<BookingRecord, 'promotedAt' | 'canceledReason' | 'entryForfeited'>;

/** Counts bookings that are over: each holds a place, or was canceled. */
export function outcomeOf(capacity: number, bookings: Iterable<Ended>): SessionOutcome {
  const outcome = { ...noSessions, sessions: 1, capacity };
  for (const { promotedAt, canceledReason, entryForfeited } of bookings) {
    if (canceledReason === null) outcome.booked += 1;
    if (promotedAt !== null) outcome.placedFromList += 1;
    if (canceledReason === 'list_closed') outcome.unplaced += 1;
    if (canceledReason === 'late') outcome.lateCancels += 1;
    if (entryForfeited) outcome.forfeitedEntries += 1;
  }
  return outcome;
}
