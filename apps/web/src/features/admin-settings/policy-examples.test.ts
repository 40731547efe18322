import { describe, expect, test } from 'vitest';
import { exampleStart, policyExamples } from './policy-examples.ts';

const zone = 'Europe/Ljubljana';
const policy = {
  bookingOpensDaysBefore: 28,
  bookingClosesMinutesBefore: 0,
  cancellationCutoffMinutes: 120,
  waitlistClosesMinutesBefore: 120,
  promotionGraceMinutes: 15,
  overlappingBookingsAllowed: false,
  noShowsMarked: true,
  noShowMinutesAfter: 30,
};

describe('the session of the examples', () => {
  test.each([
    ['on a Monday, the day after', '2026-11-23T10:00Z', zone, '2026-11-24T17:00:00.000Z'],
    ['on a Tuesday, a week later', '2026-11-24T10:00Z', zone, '2026-12-01T17:00:00.000Z'],
    [
      'when it is Tuesday here and still Monday there',
      '2026-11-24T03:00Z',
      'America/New_York',
      '2026-11-24T23:00:00.000Z',
    ],
    ['in the week of summer time', '2026-03-28T12:00Z', zone, '2026-03-31T16:00:00.000Z'],
  ])('%s', (_, now, timeZone, start) => {
    expect(exampleStart(new Date(now), timeZone)).toBe(start);
  });
});

describe('what the rules mean', () => {
  const startsAt = '2026-11-24T17:00:00.000Z';

  test('for a session on Tuesday at 18:00', () => {
    expect(policyExamples(policy, startsAt, zone)).toEqual({
      opensAt: '2026-10-27T17:00:00.000Z',
      closesAt: startsAt,
      cancelFreeUntil: '2026-11-24T15:00:00.000Z',
      listClosesAt: '2026-11-24T15:00:00.000Z',
      promotedAt: '2026-11-24T14:50:00.000Z',
      declineUntil: '2026-11-24T15:05:00.000Z',
      endsAt: '2026-11-24T18:00:00.000Z',
      noShowAt: '2026-11-24T18:30:00.000Z',
    });
  });

  test.each([
    [
      'booking opens at the same wall time across a change of the clocks',
      { bookingOpensDaysBefore: 31 },
      { opensAt: '2026-10-24T16:00:00.000Z' },
    ],
    ['booking may open with the start', { bookingOpensDaysBefore: 0 }, { opensAt: startsAt }],
    ['no-shows are marked with the end', { noShowMinutesAfter: 0 }, { noShowAt: '2026-11-24T18:00:00.000Z' }],
    ['without a number nobody knows when', { noShowMinutesAfter: null }, { noShowAt: null }],
    ['minutes are minutes', { cancellationCutoffMinutes: 1440 }, { cancelFreeUntil: '2026-11-23T17:00:00.000Z' }],
    [
      'a rule without a number has no example',
      { cancellationCutoffMinutes: null },
      { cancelFreeUntil: null, declineUntil: null },
    ],
    [
      'free cancellation is not shorter for who moved up',
      { cancellationCutoffMinutes: 60 },
      { declineUntil: '2026-11-24T16:00:00.000Z' },
    ],
    [
      'without a grace the place is theirs',
      { promotionGraceMinutes: 0, cancellationCutoffMinutes: 600 },
      { declineUntil: null },
    ],
    ['no grace reaches past the start', { promotionGraceMinutes: 999 }, { declineUntil: startsAt }],
  ])('%s', (_, change, expected) => {
    expect(policyExamples({ ...policy, ...change }, startsAt, zone)).toMatchObject(expected);
  });
});
