import { expect, test } from 'vitest';
import { chosenDay, dayStrip, dayWindow } from './schedule-days.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const on = (text: string) => Temporal.PlainDate.from(text);

test.each([
  [undefined, '2026-11-22'],
  ['2026-11-24', '2026-11-24'],
  ['2026-11-21', '2026-11-22'],
  ['soon', '2026-11-22'],
  ['2026-02-30', '2026-11-22'],
])('the address %s shows %s', (text, day) => {
  expect(chosenDay(text, today).toString()).toBe(day);
});

test('the first week starts today and has none before it', () => {
  const { days, previous, next } = dayStrip(on('2026-11-28'), today);
  expect(days.map(String)).toHaveLength(7);
  expect([days[0], previous, next].map(String)).toEqual(['2026-11-22', 'null', '2026-11-29']);
});

test('later weeks are counted from today', () => {
  const { days, previous } = dayStrip(on('2026-11-29'), today);
  expect([days[0], previous].map(String)).toEqual(['2026-11-29', '2026-11-22']);
});

test('today starts now, another day at midnight of the studio; a day can have 23 hours', () => {
  expect(dayWindow(today, today, 'Europe/Ljubljana')).toEqual({ to: '2026-11-22T23:00:00Z' });
  expect(dayWindow(on('2027-03-28'), today, 'Europe/Ljubljana')).toEqual({
    from: '2027-03-27T23:00:00Z',
    to: '2027-03-28T22:00:00Z',
  });
});
