import { expect, test } from 'vitest';
import { worstOvertakingMs } from './fairness.ts';

test.each([
  ['as they came', [0, 1, 2, 3], 0],
  ['at the same time', [5, 5, 5], 0],
  ['neighbours swapped', [0, 2, 1, 3], 1],
  ['the last one first', [30, 0, 10, 20], 30],
  ['nobody', [], 0],
])('%s', (_, sentAtMs, expected) => {
  expect(worstOvertakingMs(sentAtMs)).toBe(expected);
});
