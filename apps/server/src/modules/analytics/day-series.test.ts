import { expect, test } from 'vitest';
import { fillDays } from './day-series.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const around = (first: string, last: string) => ({
  start: day(first),
  end: day(last).add({ days: 1 }),
  timeZone: 'Europe/Ljubljana',
});

test.each([
  ['spring', '2026-03-28', '2026-03-30'],
  ['autumn', '2026-10-24', '2026-10-26'],
])('days without rows are zero, also when clocks change in %s', (_, first, last) => {
  const middle = day(first).add({ days: 1 });
  expect(fillDays(around(first, last), [{ day: middle, count: 7 }], { count: 0 })).toEqual([
    { day: day(first), count: 0 },
    { day: middle, count: 7 },
    { day: day(last), count: 0 },
  ]);
});

test('rows may come in any order, those of other days are left out', () => {
  const rows = ['2026-05-03', '2026-05-01', '2026-04-30'].map((text, count) => ({ day: day(text), count }));
  const counts = fillDays(around('2026-05-01', '2026-05-03'), rows, { count: -1 }).map(({ count }) => count);
  expect(counts).toEqual([1, -1, 0]);
});
