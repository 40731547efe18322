import { expect, test } from 'vitest';
import { explainQueue, type LoggedDecision, type QueueFacts } from './explain-queue.ts';

const at = (minutes: number) => Temporal.Instant.from('2026-03-02T10:00:00Z').add({ minutes });
const mine = { bookingId: 'mine', queueNumber: 5, since: at(0), until: null };
const row = (bookingId: string, queueNumber: number, outcome: LoggedDecision['outcome'], minutes: number) =>
  ({ bookingId, queueNumber, outcome, cause: 'seat_freed', at: at(minutes) }) satisfies LoggedDecision;

function told(facts: Partial<QueueFacts>): string[] {
  const all = { wait: mine, log: [], bookedDirectly: [], aheadUntil: [], ...facts };
  return explainQueue(all).map(({ outcome, position }) => `${outcome} ${position}`);
}

test('what others could not take is left out', () => {
  const log = [row('other', 1, 'no_usable_ticket', 1), row('another', 2, 'account_blocked', 1)];
  expect(told({ log })).toEqual([]);
});

test('the place in line is the one right after each decision', () => {
  const log = [row('a', 1, 'promoted', 10), row('mine', 5, 'overlapping_booking', 20), row('z', 9, 'promoted', 20)];
  // One was promoted, one left in between, one waits on.
  const aheadUntil = [at(10), at(15), null];
  expect(told({ log, aheadUntil })).toEqual(['went_ahead 3', 'overlapping_booking 2', 'passed_by 2']);
});

test('only the time of the wait counts', () => {
  const wait = { ...mine, until: at(30) };
  const log = [row('a', 1, 'promoted', 0), row('mine', 5, 'promoted', 30), row('b', 2, 'promoted', 31)];
  expect(told({ wait, log, bookedDirectly: [at(0), at(31)] })).toEqual(['promoted null']);
});

test('who joined and moved up at the same instant is told so', () => {
  const wait = { ...mine, until: at(0) };
  expect(told({ wait, log: [row('mine', 5, 'promoted', 0)] })).toEqual(['promoted null']);
});

test('seats booked directly stand in order of time, after the decision that left them free', () => {
  const log = [row('mine', 5, 'no_usable_ticket', 10), row('a', 1, 'claimed', 20)];
  expect(told({ log, bookedDirectly: [at(10), at(5)], aheadUntil: [at(20)] })).toEqual([
    'claimed_by_other 2',
    'no_usable_ticket 2',
    'claimed_by_other 2',
    'claimed_by_other 1',
  ]);
});
