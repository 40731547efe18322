import { expect, test } from 'vitest';
import { pollDelay } from './poll-delay.ts';

test.each([
  ['pending', null, 1, 1_500],
  ['pending', null, 100, 5_000],
  ['processing', null, 1, 3_000],
  ['processing', null, 100, 15_000],
  ['paid', null, 1, 1_500],
  ['paid', 'a-ticket', 1, false],
  ['expired', null, 1, false],
] as const)('%s with ticket %s, asked %i times: %s', (status, ticketId, asked, expected) => {
  expect(pollDelay({ status, ticketId }, asked)).toBe(expected);
});

test('without an answer it is asked for again', () => {
  expect(pollDelay(undefined, 0)).toBe(5_000);
});
