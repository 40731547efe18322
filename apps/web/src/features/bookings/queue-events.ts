import type { QueueDecision } from '#lib/api/types.ts';

/** What kept a waiter from a place that was free. */
export type SkipOutcome = 'no_usable_ticket' | 'account_blocked' | 'overlapping_booking';

/** One moment at which the queue moved, or could have. */
export interface QueueEvent {
  at: string;
  /** What came out for this waiter. */
  own: 'promoted' | 'claimed' | SkipOutcome | null;
  /** Places that went to people ahead in line. */
  ahead: number;
  /** Places that went to people behind, who could take them. */
  behind: number;
  /** Places that went to whoever booked them. */
  claimed: number;
  /** Place in line after it, where that is news; null once the wait was over. */
  position: number | null;
}

/** The decisions of a queue as moments, newest first: what was decided at one instant belongs together. */
export function queueEvents(decisions: readonly QueueDecision[]): QueueEvent[] {
  const events = new Map<string, QueueEvent>();
  for (const { at, outcome, position } of decisions) {
    const event = events.get(at) ?? { at, own: null, ahead: 0, behind: 0, claimed: 0, position };
    events.set(at, event);
    if (outcome === 'went_ahead') event.ahead += 1;
    else if (outcome === 'passed_by') event.behind += 1;
    else if (outcome === 'claimed_by_other') event.claimed += 1;
    else event.own = outcome;
  }
  const inOrder = [...events.values()];
  const isNews = ({ ahead, position }: QueueEvent, i: number) => ahead > 0 || position !== inOrder[i - 1]?.position;
  return inOrder.map((event, i) => (isNews(event, i) ? event : { ...event, position: null })).reverse();
}

/** Why the waiter could not take the last place that came to their turn; null when they were never passed over. */
export function lastSkip(decisions: readonly QueueDecision[]): { at: string; outcome: SkipOutcome } | null {
  for (const { at, outcome } of decisions.toReversed()) if (isSkip(outcome)) return { at, outcome };
  return null;
}

export function isSkip(outcome: QueueDecision['outcome'] | null): outcome is SkipOutcome {
  return outcome === 'no_usable_ticket' || outcome === 'account_blocked' || outcome === 'overlapping_booking';
}
