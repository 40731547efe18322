import { expect, test } from 'vitest';
import { median, percentile, spreadOf } from './percentile.ts';

test.each([
  [[3, 1, 2], 0.5, 2],
  [[4, 1, 2, 3], 0.5, 2],
  [[1], 0.99, 1],
  [Array.from({ length: 100 }, (_, i) => i + 1), 0.99, 99],
  [[1, 2], 0, 1],
  [[10, 9, 100], 1, 100],
])('%j at %d', (values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});

test('of nothing there is no percentile', () => {
  expect(median([])).toBeNaN();
});

test('the spread sorts numbers as numbers', () => {
  expect(spreadOf([100, 9, 20])).toEqual({ p50: 20, p99: 100, max: 100 });
});
