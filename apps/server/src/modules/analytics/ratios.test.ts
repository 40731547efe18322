import { expect, test } from 'vitest';
import { compare, shareOf } from './ratios.ts';

test.each([
  [1, 2, 0.5],
  [1, 3, 0.3333],
  [0, 5, 0],
  [12, 10, 1.2],
  [0, 0, null],
])('%d of %d is %d', (part, whole, share) => {
  expect(shareOf(part, whole)).toBe(share);
});

test.each([
  [125, 100, 0.25],
  [50, 100, -0.5],
  [100, 100, 0],
  [0, 3, -1],
  [5, 0, null],
  [0, 0, null],
  // Refunds can make revenue negative; more is still up.
  [100, -100, 2],
])('%d after %d is a change of %d', (value, previous, change) => {
  expect(compare(value, previous)).toEqual({ value, previous, change });
});
