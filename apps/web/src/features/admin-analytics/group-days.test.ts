import { expect, test } from 'vitest';
import { grainOf, groupDays } from './group-days.ts';

test.each([
  [1, 'day'],
  [92, 'day'],
  [93, 'week'],
  [731, 'week'],
  [732, 'month'],
])('%i days are shown by %s', (days, grain) => {
  expect(grainOf(days)).toBe(grain);
});

const days = [
  { day: '2026-10-24', gross: 5, net: 5 },
  { day: '2026-10-25', gross: 7, net: -1 },
  { day: '2026-10-26', gross: 1, net: 1 },
  { day: '2026-11-01', gross: 2, net: 2 },
];

test.each([
  ['day', days],
  [
    'week',
    [
      { day: '2026-10-19', gross: 12, net: 4 },
      { day: '2026-10-26', gross: 3, net: 3 },
    ],
  ],
  [
    'month',
    [
      { day: '2026-10-01', gross: 13, net: 5 },
      { day: '2026-11-01', gross: 2, net: 2 },
    ],
  ],
] as const)('by %s, over the night with an hour more', (grain, groups) => {
  expect(groupDays(days, grain)).toEqual(groups);
});
