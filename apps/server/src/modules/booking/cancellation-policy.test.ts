import { describe, expect, test } from 'vitest';
import { calculateSessionTimes } from '#modules/schedule/index.ts';
import { calculateFreeUntil, calculateGrace } from './cancellation-policy.ts';

const at = (time: string) => Temporal.Instant.from(`2026-05-20T${time}Z`);
/** Starts at 18:00; free cancellation ends at 16:00. */
const session = { startsAt: at('18:00'), cutoffAt: at('16:00'), movedAt: null };

describe('cancellation is free until', () => {
  test.each([
    ['the cutoff', { bookedAt: at('09:00'), graceUntil: null }, {}, '16:00'],
    ['the cutoff, when the grace ends earlier', { bookedAt: at('15:00'), graceUntil: at('15:15') }, {}, '16:00'],
    ['the end of the grace inside the cutoff', { bookedAt: at('09:00'), graceUntil: at('16:20') }, {}, '16:20'],
    ['the start, when the grace would end later', { bookedAt: at('17:50'), graceUntil: at('18:05') }, {}, '18:00'],
    [
      'the start, when the cutoff is none',
      { bookedAt: at('09:00'), graceUntil: null },
      { cutoffAt: at('18:00') },
      '18:00',
    ],
    [
      'the start, when moved after booking',
      { bookedAt: at('09:00'), graceUntil: null },
      { movedAt: at('10:00') },
      '18:00',
    ],
    [
      'the cutoff, when booked after the move',
      { bookedAt: at('10:01'), graceUntil: null },
      { movedAt: at('10:00') },
      '16:00',
    ],
    [
      'the start, when moved at the instant of booking',
      { bookedAt: at('10:00'), graceUntil: null },
      { movedAt: at('10:00') },
      '18:00',
    ],
  ])('%s', (_, booking, terms, freeUntil) => {
    expect(calculateFreeUntil(booking, { ...session, ...terms }).toString()).toBe(at(freeUntil).toString());
  });
});

describe('a seat taken', () => {
  test.each([
    ['long before the cutoff has no grace', '12:00', null],
    ['just before the cutoff keeps its 15 minutes', '15:50', '16:05'],
    ['as late as the grace ends with the cutoff', '15:45', '16:00'],
    ['a minute earlier needs none', '15:44', null],
    ['inside the cutoff has 15 minutes', '16:30', '16:45'],
  ])('%s', (_, now, graceUntil) => {
    expect(calculateGrace(at(now), session.cutoffAt, 15)?.toString() ?? null).toBe(
      graceUntil && at(graceUntil).toString(),
    );
  });

  test('has no grace to speak of where the studio gives none', () => {
    expect(calculateGrace(at('15:59'), session.cutoffAt, 0)).toBeNull();
    expect(calculateGrace(at('16:30'), session.cutoffAt, 0)?.toString()).toBe(at('16:30').toString());
  });
});

describe('the cutoff is elapsed time, also in the night when the clocks change', () => {
  test.each([
    ['spring forward', '2026-03-29T03:30+02:00[Europe/Ljubljana]', '2026-03-29T00:30+01:00[Europe/Ljubljana]'],
    ['fall back', '2026-10-25T03:30+01:00[Europe/Ljubljana]', '2026-10-25T02:30+02:00[Europe/Ljubljana]'],
    [
      'fall back, the hour that came twice',
      '2026-10-25T02:30+01:00[Europe/Ljubljana]',
      '2026-10-25T01:30+02:00[Europe/Ljubljana]',
    ],
    ['spring forward far away', '2026-03-08T03:30-04:00[America/New_York]', '2026-03-08T00:30-05:00[America/New_York]'],
  ])('%s', (_, starts, freeUntil) => {
    const start = Temporal.ZonedDateTime.from(starts);
    const terms = {
      startsAt: start.toInstant(),
      bookingOpensDaysBefore: null,
      bookingClosesMinutesBefore: null,
      cancellationCutoffMinutes: null,
    };
    const policy = {
      bookingOpensDaysBefore: 28,
      bookingClosesMinutesBefore: 0,
      cancellationCutoffMinutes: 120,
      waitlistClosesMinutesBefore: 120,
      promotionGraceMinutes: 15,
      overlappingBookingsAllowed: false,
    };
    const { cutoffAt } = calculateSessionTimes(terms, null, start.timeZoneId, policy);
    const booking = { bookedAt: terms.startsAt.subtract({ hours: 100 }), graceUntil: null };
    const until = calculateFreeUntil(booking, { startsAt: terms.startsAt, cutoffAt, movedAt: null });
    expect(until.toZonedDateTimeISO(start.timeZoneId).toString()).toBe(
      Temporal.ZonedDateTime.from(freeUntil).toString(),
    );
  });
});
