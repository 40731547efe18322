import { describe, expect, test } from 'vitest';
import { addDays, lengthOf, moveEnd, rangeOf } from './period-presets.ts';

describe('rangeOf', () => {
  test.each([
    ['last7', '2026-11-23', '2026-11-17', '2026-11-23'],
    ['last28', '2026-11-23', '2026-10-27', '2026-11-23'],
    ['last90', '2026-11-23', '2026-08-26', '2026-11-23'],
    ['thisMonth', '2026-11-23', '2026-11-01', '2026-11-23'],
    ['thisMonth', '2026-11-01', '2026-11-01', '2026-11-01'],
    ['lastMonth', '2026-11-23', '2026-10-01', '2026-10-31'],
    ['lastMonth', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['lastMonth', '2028-03-15', '2028-02-01', '2028-02-29'],
    ['thisYear', '2026-11-23', '2026-01-01', '2026-11-23'],
    // Over the changes of the clocks in Europe: 29 March has 23 hours, 25 October has 25.
    ['last7', '2026-03-30', '2026-03-24', '2026-03-30'],
    ['last7', '2026-10-26', '2026-10-20', '2026-10-26'],
    ['last28', '2026-11-01', '2026-10-05', '2026-11-01'],
  ] as const)('%s on %s is %s to %s', (preset, today, from, to) => {
    expect(rangeOf(preset, today)).toEqual({ from, to });
  });
});

test.each([
  ['2026-03-01', '2026-03-31', 31],
  ['2026-10-25', '2026-10-25', 1],
  ['2026-10-24', '2026-10-26', 3],
  ['2026-01-01', '2026-12-31', 365],
])('%s to %s are %i days', (from, to, days) => {
  expect(lengthOf({ from, to })).toBe(days);
  expect(addDays(from, days - 1)).toBe(to);
});

test.each([
  ['from', '2026-05-10', { from: '2026-05-10', to: '2026-05-20' }],
  ['to', '2026-05-04', { from: '2026-05-01', to: '2026-05-04' }],
  ['from', '2026-06-01', { from: '2026-06-01', to: '2026-06-01' }],
  ['to', '2026-04-01', { from: '2026-04-01', to: '2026-04-01' }],
] as const)('%s is moved to %s', (end, day, moved) => {
  expect(moveEnd({ from: '2026-05-01', to: '2026-05-20' }, end, day)).toEqual(moved);
});
