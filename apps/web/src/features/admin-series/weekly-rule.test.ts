import { expect, test } from 'vitest';
import { readWeeklyRule, weekdayDate, weekdayOf, writeWeeklyRule } from './weekly-rule.ts';

test.each([
  ['FREQ=WEEKLY;BYDAY=MO,WE', { weekdays: ['MO', 'WE'], everyWeeks: 1 }],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU', { weekdays: ['SU'], everyWeeks: 2 }],
] as const)('%s is weekdays and weeks, both ways', (rule, weekly) => {
  expect(readWeeklyRule(rule)).toEqual(weekly);
  expect(writeWeeklyRule({ ...weekly, weekdays: [...weekly.weekdays] })).toBe(rule);
});

test.each(['FREQ=DAILY', 'FREQ=MONTHLY;BYDAY=1MO', 'FREQ=WEEKLY', 'FREQ=WEEKLY;BYDAY=MO;COUNT=3', 'nonsense', ''])(
  '%s says something else',
  (rule) => {
    expect(readWeeklyRule(rule)).toBeNull();
  },
);

test('weekdays are written in the order of the week', () => {
  expect(writeWeeklyRule({ weekdays: ['FR', 'MO'], everyWeeks: 1 })).toBe('FREQ=WEEKLY;BYDAY=MO,FR');
});

test('a day has its weekday', () => {
  expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual(['MO', 'SU']);
  expect(weekdayDate('SU').getUTCDay()).toBe(0);
});
