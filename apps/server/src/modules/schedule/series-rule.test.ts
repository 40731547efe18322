import { describe, expect, test } from 'vitest';
import { continueRule, refuseRule, ruleDates } from './series-rule.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('a rule that can be', () => {
  test.each([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,WE,FR',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU',
    'FREQ=WEEKLY;COUNT=10',
    'FREQ=DAILY;UNTIL=20270630',
    'FREQ=MONTHLY;BYDAY=1MO,-1FR',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=YEARLY;BYMONTH=3,10;BYMONTHDAY=-1',
  ])('%s', (rule) => {
    expect(refuseRule(rule)).toBeNull();
  });
});

describe('a rule that cannot', () => {
  test.each([
    ['', 'part without a name'],
    ['every Monday', 'knows no every Monday'],
    ['constructor=1', 'knows no constructor'],
    ['FREQ=DAILY=WEEKLY', 'FREQ that cannot be'],
    ['BYDAY=MO', 'needs a FREQ'],
    ['FREQ=HOURLY', 'FREQ that cannot be'],
    ['FREQ=DAILY;BYHOUR=9,18', 'knows no BYHOUR'],
    ['RRULE:FREQ=DAILY', 'knows no RRULE:FREQ'],
    ['FREQ=DAILY\nDTSTART:20200101T000000Z', 'FREQ that cannot be'],
    ['freq=daily', 'knows no freq'],
    ['FREQ=WEEKLY;BYDAY=', 'BYDAY that cannot be'],
    ['FREQ=WEEKLY;BYDAY=MO,', 'BYDAY that cannot be'],
    ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY that cannot be'],
    ['FREQ=WEEKLY;BYDAY=2MO', 'in months and years only'],
    ['FREQ=WEEKLY;INTERVAL=0', 'INTERVAL that cannot be'],
    ['FREQ=WEEKLY;COUNT=0', 'COUNT that cannot be'],
    ['FREQ=WEEKLY;COUNT=-1', 'COUNT that cannot be'],
    ['FREQ=WEEKLY;COUNT=2;COUNT=3', 'twice'],
    ['FREQ=WEEKLY;COUNT=2;UNTIL=20270630', 'not by both'],
    ['FREQ=WEEKLY;UNTIL=20270631', 'no day'],
    ['FREQ=WEEKLY;UNTIL=20270630T080000Z', 'UNTIL that cannot be'],
    ['FREQ=DAILY;BYMONTHDAY=32', 'BYMONTHDAY that cannot be'],
  ])('%j: %s', (rule, why) => {
    expect(refuseRule(rule)).toContain(why);
  });
});

describe('the days of', () => {
  // 24 March 2026 is a Tuesday.
  test.each<[string, string]>([
    ['FREQ=WEEKLY', '2026-03-24 2026-03-31 2026-04-07 2026-04-14'],
    ['FREQ=WEEKLY;BYDAY=MO,WE', '2026-03-25 2026-03-30 2026-04-01 2026-04-06 2026-04-08 2026-04-13 2026-04-15'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU', '2026-03-24 2026-04-06 2026-04-07'],
    ['FREQ=WEEKLY;BYDAY=MO;COUNT=2', '2026-03-30 2026-04-06'],
    ['FREQ=DAILY;INTERVAL=10', '2026-03-24 2026-04-03 2026-04-13'],
    ['FREQ=DAILY;UNTIL=20260326', '2026-03-24 2026-03-25 2026-03-26'],
    ['FREQ=DAILY;UNTIL=20260323', ''],
    ['FREQ=MONTHLY;BYDAY=1MO', '2026-04-06'],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-03-31'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', ''],
  ])('%s', (rule, days) => {
    const dates = ruleDates(rule, day('2026-03-24'), day('2026-01-01'), day('2026-04-15'));
    expect(dates.map(String).join(' ')).toBe(days);
  });

  test('a window keeps the phase of INTERVAL and the number of COUNT', () => {
    const dates = (rule: string) =>
      ruleDates(rule, day('2026-03-24'), day('2026-04-01'), day('2026-12-31')).map(String);
    expect(dates('FREQ=WEEKLY;INTERVAL=2;COUNT=3')).toEqual(['2026-04-07', '2026-04-21']);
  });

  test('nothing, where the window ends before it begins', () => {
    expect(ruleDates('FREQ=DAILY', day('2026-03-24'), day('2026-03-01'), day('2026-03-10'))).toEqual([]);
  });
});

test.each([
  ['FREQ=WEEKLY;COUNT=10;BYDAY=MO', 3, 'FREQ=WEEKLY;COUNT=7;BYDAY=MO'],
  ['FREQ=WEEKLY;BYDAY=MO', 3, 'FREQ=WEEKLY;BYDAY=MO'],
])('%s after %i days goes on as %s', (rule, consumed, rest) => {
  expect(continueRule(rule, consumed)).toBe(rest);
});
