import { expect, test } from 'vitest';
import { addDays, daysFrom, mondayOf } from './week.ts';

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2027-01-01', '2026-12-28'],
])('the week of %s begins on %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

test('days go on over the end of a month and a change of the clocks', () => {
  expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
  expect(daysFrom('2027-03-22').at(-1)).toBe('2027-03-28');
});
