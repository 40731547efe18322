import { describe, expect, test } from 'vitest';
import { boundsOf, daysOf, lengthOf, type Period, previousPeriod, resolvePeriod } from './period.ts';

const LJUBLJANA = 'Europe/Ljubljana';
const now = Temporal.Instant.from('2026-11-22T23:30:00Z');

function period(from: string, to: string, timeZone = LJUBLJANA): Period {
  const resolved = resolvePeriod({ from, to }, timeZone, now);
  if ('refused' in resolved) throw new Error(resolved.refused.message);
  return resolved;
}

const daysIn = (resolved: ReturnType<typeof resolvePeriod>) =>
  'refused' in resolved ? resolved.refused : [String(resolved.start), String(resolved.end.subtract({ days: 1 }))];

describe('resolvePeriod', () => {
  test.each([
    ['both days count', { from: '2026-11-01', to: '2026-11-30' }, ['2026-11-01', '2026-11-30']],
    ['one day', { from: '2026-11-01', to: '2026-11-01' }, ['2026-11-01', '2026-11-01']],
    ['the last thirty days with today, which has begun at the studio', {}, ['2026-10-25', '2026-11-23']],
    ['thirty days up to a day', { to: '2026-03-31' }, ['2026-03-02', '2026-03-31']],
    ['from a day until today', { from: '2026-11-20' }, ['2026-11-20', '2026-11-23']],
  ])('%s', (_, input, days) => {
    expect(daysIn(resolvePeriod(input, LJUBLJANA, now))).toEqual(days);
  });

  test('today is another day elsewhere', () => {
    expect(daysIn(resolvePeriod({ from: '2026-11-20' }, 'America/Los_Angeles', now))).toEqual([
      '2026-11-20',
      '2026-11-22',
    ]);
  });

  test.each([
    ['the wrong way round', { from: '2026-11-02', to: '2026-11-01' }, /after/],
    ['after today', { from: '2026-11-24' }, /after/],
    ['longer than ten years', { from: '2016-01-01', to: '2026-11-01' }, /3660 days/],
  ])('refused: %s', (_, input, message) => {
    expect(daysIn(resolvePeriod(input, LJUBLJANA, now))).toMatchObject({
      field: 'from',
      message: expect.stringMatching(message),
    });
  });
});

test.each([
  ['2026-11-08', '2026-11-14', '2026-11-01', '2026-11-07'],
  ['2026-11-10', '2026-11-10', '2026-11-09', '2026-11-09'],
  ['2026-03-01', '2026-03-31', '2026-01-29', '2026-02-28'],
])('before %s to %s come %s to %s', (from, to, previousFrom, previousTo) => {
  expect(daysIn(previousPeriod(period(from, to)))).toEqual([previousFrom, previousTo]);
});

describe('boundsOf', () => {
  test.each([
    ['an ordinary day', '2026-06-01', 24],
    ['clocks go forward', '2026-03-29', 23],
    ['clocks go back', '2026-10-25', 25],
  ])('%s', (_, day, hours) => {
    const { since, until } = boundsOf(period(day, day));
    expect(since.until(until).total('hours')).toBe(hours);
  });

  test('a day begins at midnight of the studio', () => {
    expect(String(boundsOf(period('2026-06-01', '2026-06-01')).since)).toBe('2026-05-31T22:00:00Z');
  });

  test('where midnight was skipped it begins after the gap', () => {
    const { since } = boundsOf(period('2018-11-04', '2018-11-04', 'America/Sao_Paulo'));
    expect(String(since)).toBe('2018-11-04T03:00:00Z');
  });
});

test('every day is there once, also where clocks change', () => {
  const days = daysOf(period('2026-10-24', '2026-10-27')).map(String);
  expect(days).toEqual(['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27']);
  expect(lengthOf(period('2026-03-28', '2026-03-30'))).toBe(3);
});
