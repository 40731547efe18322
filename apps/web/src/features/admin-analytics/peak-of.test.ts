import { expect, test } from 'vitest';
import { peakOf } from './peak-of.ts';

test.each([
  ['the most', [1, 14, 3], 14],
  ['nothing at all', [0, 0], null],
  ['shares of nothing', [null, 0.5, null], 0.5],
  ['only losses', [-3, -1], null],
  ['no items', [], null],
])('%s', (_, values, peak) => {
  expect(peakOf(values, (value) => value)).toBe(peak);
});

test('of equals the first', () => {
  const items = [
    { day: 'Mon', count: 2 },
    { day: 'Tue', count: 2 },
  ];
  expect(peakOf(items, ({ count }) => count)?.day).toBe('Mon');
});
