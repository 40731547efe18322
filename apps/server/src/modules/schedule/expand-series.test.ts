import { describe, expect, test } from 'vitest';
import { expandSeries, type SeriesTimes } from './expand-series.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

function starts(series: Partial<SeriesTimes>, timeZone: string, from: string, to: string): string[] {
  const times = { rule: 'FREQ=WEEKLY', startsOn: day(from), endsOn: null, startTime: '18:00', durationMinutes: 60 };
  return expandSeries({ ...times, ...series }, timeZone, { from: day(from), to: day(to) }).map((occurrence) =>
    occurrence.startsAt.toString(),
  );
}

describe('a change of the clocks keeps the wall time', () => {
  test.each([
    ['Europe/Ljubljana', 'into summer', '2026-03-22', '2026-04-05', ['17:00', '16:00', '16:00']],
    ['Europe/Ljubljana', 'into winter', '2026-10-18', '2026-11-01', ['16:00', '17:00', '17:00']],
    ['America/New_York', 'into summer', '2026-03-01', '2026-03-15', ['23:00', '22:00', '22:00']],
    ['America/New_York', 'into winter', '2026-10-25', '2026-11-08', ['22:00', '23:00', '23:00']],
  ])('%s %s', (timeZone, _, from, to, utc) => {
    expect(starts({}, timeZone, from, to).map((start) => start.slice(11, 16))).toEqual(utc);
  });
});

describe('a wall time that the change touches', () => {
  test.each([
    // 29 March 2026: 02:00 becomes 03:00.
    ['is skipped', 'Europe/Ljubljana', '02:30', '2026-03-29', '2026-03-29T01:30:00Z'],
    // 25 October 2026: 03:00 becomes 02:00.
    ['comes twice', 'Europe/Ljubljana', '02:30', '2026-10-25', '2026-10-25T00:30:00Z'],
    // 8 March 2026: 02:00 becomes 03:00.
    ['is skipped', 'America/New_York', '02:30', '2026-03-08', '2026-03-08T07:30:00Z'],
    // 1 November 2026: 02:00 becomes 01:00.
    ['comes twice', 'America/New_York', '01:30', '2026-11-01', '2026-11-01T05:30:00Z'],
  ])('%s in %s at %s', (_, timeZone, startTime, date, expected) => {
    expect(starts({ startTime, rule: 'FREQ=DAILY' }, timeZone, date, date)).toEqual([expected]);
  });

  test('is itself again on the next day', () => {
    const [skipped, next] = starts(
      { startTime: '02:30', rule: 'FREQ=DAILY' },
      'Europe/Ljubljana',
      '2026-03-29',
      '2026-03-30',
    );
    expect([skipped, next]).toEqual(['2026-03-29T01:30:00Z', '2026-03-30T00:30:00Z']);
  });

  test('does not make the session longer or shorter', () => {
    const series = { rule: 'FREQ=DAILY', startsOn: day('2026-03-29'), endsOn: null, startTime: '01:30' };
    const window = { from: day('2026-03-29'), to: day('2026-03-29') };
    const [occurrence] = expandSeries({ ...series, durationMinutes: 90 }, 'Europe/Ljubljana', window);
    expect(occurrence?.endsAt.since(occurrence.startsAt).total('minutes')).toBe(90);
  });
});

describe('the end', () => {
  const all = (endsOn: string | null, rule = 'FREQ=DAILY') =>
    starts({ rule, endsOn: endsOn === null ? null : day(endsOn) }, 'Europe/Ljubljana', '2026-05-01', '2026-05-05');

  test.each([
    ['the last day counts', '2026-05-03', 'FREQ=DAILY', 3],
    ['none: as far as one looks', null, 'FREQ=DAILY', 5],
    ['the first of two ends counts', '2026-05-03', 'FREQ=DAILY;COUNT=2', 2],
    ['the first of two ends counts', '2026-05-03', 'FREQ=DAILY;UNTIL=20260504', 3],
    ['before the beginning', '2026-04-30', 'FREQ=DAILY', 0],
  ])('%s', (_, endsOn, rule, count) => {
    expect(all(endsOn, rule)).toHaveLength(count);
  });
});

test('a closed day is told, and takes nothing from COUNT', () => {
  const series = { rule: 'FREQ=DAILY;COUNT=3', startsOn: day('2026-12-24'), endsOn: null };
  const window = { from: day('2026-12-01'), to: day('2026-12-31') };
  const closedDays = new Map([['2026-12-25', 'Christmas']]);
  const times = { startTime: '09:00', durationMinutes: 60 };
  const occurrences = expandSeries({ ...series, ...times }, 'Europe/Ljubljana', window, closedDays);
  expect(occurrences.map(({ day: date, closed }) => [date.toString(), closed])).toEqual([
    ['2026-12-24', null],
    ['2026-12-25', 'Christmas'],
    ['2026-12-26', null],
  ]);
});
