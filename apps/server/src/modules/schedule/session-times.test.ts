import { describe, expect, test } from 'vitest';
import { calculateSessionTimes, type SessionTerms, type StudioPolicy } from './session-times.ts';

const policy: StudioPolicy = {
  bookingOpensDaysBefore: 28,
  bookingClosesMinutesBefore: 10,
  cancellationCutoffMinutes: 120,
  waitlistClosesMinutesBefore: 90,
  promotionGraceMinutes: 15,
  overlappingBookingsAllowed: false,
};

function session(startsAt: string, overrides: Partial<SessionTerms> = {}): SessionTerms {
  return {
    startsAt: Temporal.Instant.from(startsAt),
    bookingOpensDaysBefore: null,
    bookingClosesMinutesBefore: null,
    cancellationCutoffMinutes: null,
    ...overrides,
  };
}

describe('booking opens at the wall time of the start', () => {
  test.each([
    ['no change between', 'Europe/Ljubljana', '2026-05-20T18:00+02:00', 28, '2026-04-22T18:00+02:00'],
    ['spring forward between', 'Europe/Ljubljana', '2026-03-30T18:00+02:00', 2, '2026-03-28T18:00+01:00'],
    ['fall back between', 'Europe/Ljubljana', '2026-10-26T18:00+01:00', 2, '2026-10-24T18:00+02:00'],
    ['the wall time was skipped', 'Europe/Ljubljana', '2026-03-30T02:30+02:00', 1, '2026-03-29T03:30+02:00'],
    ['the wall time came twice', 'Europe/Ljubljana', '2026-10-26T02:30+01:00', 1, '2026-10-25T02:30+02:00'],
    ['spring forward between', 'America/New_York', '2026-03-09T07:00-04:00', 1, '2026-03-08T07:00-04:00'],
    ['spring forward between', 'America/New_York', '2026-03-09T07:00-04:00', 2, '2026-03-07T07:00-05:00'],
    ['fall back between', 'America/New_York', '2026-11-02T07:00-05:00', 2, '2026-10-31T07:00-04:00'],
    ['the wall time was skipped', 'America/New_York', '2026-03-09T02:15-04:00', 1, '2026-03-08T03:15-04:00'],
    ['the wall time came twice', 'America/New_York', '2026-11-02T01:15-05:00', 1, '2026-11-01T01:15-04:00'],
    ['zero days: at the start', 'America/New_York', '2026-11-02T07:00-05:00', 0, '2026-11-02T07:00-05:00'],
  ])('%s (%s, %s, %i days)', (_, timeZone, startsAt, days, opensAt) => {
    const terms = session(startsAt, { bookingOpensDaysBefore: days });
    const times = calculateSessionTimes(terms, null, timeZone, policy);
    expect(times.opensAt.toString()).toBe(Temporal.Instant.from(opensAt).toString());
  });
});

test('minutes are elapsed time, also across a daylight-saving change', () => {
  const terms = session('2026-03-29T03:30+02:00');
  const times = calculateSessionTimes(terms, null, 'Europe/Ljubljana', policy);
  expect(times.cutoffAt.toString()).toBe('2026-03-28T23:30:00Z');
});

describe('the nearest word counts', () => {
  const start = '2026-05-20T18:00Z';
  test.each([
    ['studio only', {}, null, { opensAt: '04-22T18:00', closesAt: '17:50', cutoffAt: '16:00' }],
    ['class cutoff', {}, 720, { opensAt: '04-22T18:00', closesAt: '17:50', cutoffAt: '06:00' }],
    [
      'session over class and studio',
      { bookingOpensDaysBefore: 1, bookingClosesMinutesBefore: 60, cancellationCutoffMinutes: 30 },
      720,
      { opensAt: '05-19T18:00', closesAt: '17:00', cutoffAt: '17:30' },
    ],
    [
      'zero is a word too',
      { bookingOpensDaysBefore: 0, bookingClosesMinutesBefore: 0, cancellationCutoffMinutes: 0 },
      720,
      { opensAt: '05-20T18:00', closesAt: '18:00', cutoffAt: '18:00' },
    ],
  ])('%s', (_, overrides, classCutoff, expected) => {
    const times = calculateSessionTimes(session(start, overrides), classCutoff, 'UTC', policy);
    expect(times.opensAt.toString()).toContain(expected.opensAt);
    expect(times.closesAt.toString()).toContain(expected.closesAt);
    expect(times.cutoffAt.toString()).toContain(expected.cutoffAt);
    expect(times.waitlistClosesAt.toString()).toContain('16:30');
  });
});
