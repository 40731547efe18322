import { expect, test } from 'vitest';
import { longestWaitAfter, MAX_ATTEMPTS } from './retry-policy.ts';

test.each([
  [1, 10],
  [2, 20],
  [5, 160],
  [10, 5_120],
  [11, 7_200],
  [21, 7_200],
])('after %i attempts the next comes within %i s', (attempts, seconds) => {
  expect(longestWaitAfter(attempts)).toBe(seconds);
});

test('a receiver may be away for a day', () => {
  const longest = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, i) => longestWaitAfter(i + 1));
  const hours = (share: number) => longest.reduce((sum, wait) => sum + (wait < 7_200 ? wait * share : wait), 0) / 3_600;
  expect(hours(0.5)).toBeGreaterThan(23);
  expect(hours(0.75)).toBeCloseTo(24, 0);
  expect(hours(1)).toBeLessThan(25);
});
