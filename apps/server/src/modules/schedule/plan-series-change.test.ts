import { describe, expect, test } from 'vitest';
import { occurrenceTimes } from './expand-series.ts';
import { planSeriesChange, type SeriesSession, type SeriesTerms } from './plan-series-change.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);

const before: SeriesTerms = {
  rule: 'FREQ=WEEKLY;BYDAY=MO,WE',
  startsOn: day('2026-03-02'),
  endsOn: null,
  startTime: '18:00',
  durationMinutes: 60,
  capacity: 10,
  instructorId: 'mira',
  locationId: 'riverside',
  timeZone: 'Europe/Ljubljana',
};

function session(date: string, row: Partial<SeriesSession> = {}): SeriesSession {
  const seriesOccurrence = day(date);
  const { capacity, instructorId, locationId } = before;
  const times = occurrenceTimes(before, before.timeZone, seriesOccurrence);
  const counts = { activeCount: 0, waitingCount: 0 };
  return { id: date, seriesOccurrence, ...times, capacity, instructorId, locationId, ...counts, ...row };
}

const monday = session('2026-03-23');
const wednesday = session('2026-03-25');
// The clocks changed on the 29th.
const summer = session('2026-03-30');
const sessions = [monday, wednesday, summer];

function plan(change: Partial<SeriesTerms> | null, rows: readonly SeriesSession[] = sessions) {
  const { changed, ended } = planSeriesChange(before, change && { ...before, ...change }, rows);
  return {
    changed: changed.map(({ session: { id }, patch }) => [id, patch]),
    ended: ended.map(({ id }) => id),
  };
}

describe('what a change does to coming sessions', () => {
  test('nothing that stays the same', () => {
    expect(plan({})).toEqual({ changed: [], ended: [] });
  });

  test('another wall time moves each of them, whatever the clocks do', () => {
    expect(plan({ startTime: '19:00' }, [wednesday, summer]).changed).toEqual([
      ['2026-03-25', { startsAt: at('2026-03-25T18:00Z'), endsAt: at('2026-03-25T19:00Z') }],
      ['2026-03-30', { startsAt: at('2026-03-30T17:00Z'), endsAt: at('2026-03-30T18:00Z') }],
    ]);
  });

  test('another length moves the end alone', () => {
    expect(plan({ durationMinutes: 90 }, [monday]).changed).toEqual([
      ['2026-03-23', { endsAt: at('2026-03-23T18:30Z') }],
    ]);
  });

  test('another location takes its own wall time with it', () => {
    const moved = { locationId: 'harbour', timeZone: 'America/New_York' };
    expect(plan(moved, [monday]).changed).toEqual([
      [
        '2026-03-23',
        {
          location: { id: 'harbour', timeZone: 'America/New_York' },
          startsAt: at('2026-03-23T22:00Z'),
          endsAt: at('2026-03-23T23:00Z'),
        },
      ],
    ]);
  });

  test.each<[string, Partial<SeriesTerms> | null, string[]]>([
    ['another weekday', { rule: 'FREQ=WEEKLY;BYDAY=WE' }, ['2026-03-23', '2026-03-30']],
    ['every other week', { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE' }, ['2026-03-23', '2026-03-25']],
    ['an end', { endsOn: day('2026-03-25') }, ['2026-03-30']],
    ['an end before all of them', { endsOn: day('2026-03-10') }, ['2026-03-23', '2026-03-25', '2026-03-30']],
    ['COUNT', { rule: 'FREQ=WEEKLY;BYDAY=MO,WE;COUNT=7' }, ['2026-03-25', '2026-03-30']],
    ['the end of the series', null, ['2026-03-23', '2026-03-25', '2026-03-30']],
    ['more days', { rule: 'FREQ=DAILY' }, []],
  ])('%s ends those on days that are no more', (_, change, ended) => {
    expect(plan(change)).toEqual({ changed: [], ended });
  });

  test('no sessions, no change', () => {
    expect(plan({ startTime: '19:00' }, [])).toEqual({ changed: [], ended: [] });
  });
});

describe('what somebody changed about one session alone stays', () => {
  const everything = { startTime: '19:00', capacity: 20, instructorId: 'luka', locationId: 'harbour' };
  const moved = { startsAt: at('2026-03-24T07:00Z'), endsAt: at('2026-03-24T08:00Z') };
  test.each<[string, Partial<SeriesSession>, string[]]>([
    ['nothing', {}, ['startsAt', 'endsAt', 'capacity', 'instructorId', 'location']],
    ['its time', moved, ['capacity', 'instructorId', 'location']],
    ['its seats', { capacity: 8 }, ['startsAt', 'endsAt', 'instructorId', 'location']],
    ['its instructor', { instructorId: 'tina' }, ['startsAt', 'endsAt', 'capacity', 'location']],
    ['its place', { locationId: 'park' }, ['startsAt', 'endsAt', 'capacity', 'instructorId']],
  ])('%s', (_, row, fields) => {
    const [changed] = plan(everything, [session('2026-03-23', row)]).changed;
    expect(Object.keys(changed?.[1] ?? {})).toEqual(fields);
  });

  test('a session that was moved to another day belongs to the day that it was made for', () => {
    expect(plan({ rule: 'FREQ=WEEKLY;BYDAY=WE' }, [session('2026-03-23', moved)]).ended).toEqual(['2026-03-23']);
  });
});
