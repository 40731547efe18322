import { expect, test } from 'vitest';
import { markOccurrences, notableOccurrences } from './occurrence-marks.ts';

const on = (day: string, offset: string, closed: string | null = null) => ({
  day,
  startsAt: `${day}T18:00:00${offset}`,
  endsAt: `${day}T19:00:00${offset}`,
  closed,
});
const marked = markOccurrences([
  on('2027-03-16', '+01:00'),
  on('2027-03-23', '+01:00'),
  on('2027-03-30', '+02:00'),
  on('2027-04-06', '+02:00'),
  on('2027-04-13', '+02:00', 'Holiday'),
]);

test('the first date after the clocks changed is marked', () => {
  expect(marked.filter(({ clocksChanged }) => clocksChanged).map(({ day }) => day)).toEqual(['2027-03-30']);
});

test('the next dates are shown, and later ones only where something is special', () => {
  expect(notableOccurrences(marked, 1).map(({ day }) => day)).toEqual(['2027-03-16', '2027-03-30', '2027-04-13']);
});
