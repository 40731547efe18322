import { expect, test } from 'vitest';
import type { QueueDecision } from '#lib/api/types.ts';
import { lastSkip, queueEvents } from './queue-events.ts';

const decision = (minute: number, outcome: QueueDecision['outcome'], position: number | null = 2): QueueDecision => ({
  at: `2026-03-02T12:0${minute}:00Z`,
  outcome,
  cause: 'seat_freed',
  position,
});

test('what was decided at one instant is one moment, the newest moment first; a place in line is told when it is news', () => {
  const events = queueEvents([
    decision(1, 'went_ahead', 3),
    decision(1, 'went_ahead', 3),
    decision(2, 'no_usable_ticket', 2),
    decision(2, 'passed_by', 2),
    decision(3, 'claimed_by_other', 2),
    decision(4, 'promoted', null),
  ]);
  expect(events.map(({ at, ...event }) => event)).toEqual([
    { own: 'promoted', ahead: 0, behind: 0, claimed: 0, position: null },
    { own: null, ahead: 0, behind: 0, claimed: 1, position: null },
    { own: 'no_usable_ticket', ahead: 0, behind: 1, claimed: 0, position: 2 },
    { own: null, ahead: 2, behind: 0, claimed: 0, position: 3 },
  ]);
});

test('the last time of being passed over counts, whatever happened to others since', () => {
  const skips = [decision(1, 'no_usable_ticket'), decision(2, 'overlapping_booking'), decision(3, 'went_ahead')];
  expect(lastSkip(skips)?.outcome).toBe('overlapping_booking');
  expect(lastSkip([decision(1, 'went_ahead'), decision(2, 'promoted', null)])).toBeNull();
});
