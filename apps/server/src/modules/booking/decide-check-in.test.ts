import { describe, expect, test } from 'vitest';
import {
  type Attendance,
  calculateCheckInWindow,
  chooseCheckIn,
  decideCheckIn,
  decideUndoCheckIn,
} from './decide-check-in.ts';

/** On the wall in Ljubljana, where clocks went forward on 29 March 2026 at two. */
const at = (wallTime: string) => Temporal.PlainDateTime.from(wallTime).toZonedDateTime('Europe/Ljubljana').toInstant();

function booking(row: Partial<Attendance> = {}): Attendance {
  const { startsAt = at('2026-03-29T18:00') } = row;
  return {
    id: 'one',
    state: 'active',
    checkedInAt: null,
    startsAt,
    endsAt: startsAt.add({ hours: 1 }),
    timeZone: 'Europe/Ljubljana',
    ...row,
  };
}

const cameAt = at('2026-03-29T17:50');

describe('check-in', () => {
  test.each([
    ['the evening before', '2026-03-28T23:59:59', 'check_in_not_open'],
    ['when the day begins', '2026-03-29T00:00', 'change'],
    ['just before the start', '2026-03-29T17:55', 'change'],
    ['after the end', '2026-03-29T19:30', 'change'],
    ['late that day', '2026-03-29T23:59:59', 'change'],
    ['the day after', '2026-03-30T00:00', 'check_in_closed'],
  ])('%s', (_, now, expected) => {
    const decision = decideCheckIn(booking(), at(now));
    expect(decision.outcome === 'refused' ? decision.code : decision.outcome).toBe(expected);
  });

  test.each(['waiting', 'canceled'] as const)('a booking that is %s is refused on any day', (state) => {
    const refusal = { outcome: 'refused', code: 'booking_not_active', details: { bookingState: state } };
    expect(decideCheckIn(booking({ state }), at('2026-03-29T17:55'))).toEqual(refusal);
    expect(decideUndoCheckIn(booking({ state }), at('2026-03-30T17:55'))).toEqual(refusal);
  });

  test('who is checked in stays so, also when the day is over', () => {
    expect(decideCheckIn(booking({ checkedInAt: cameAt }), at('2026-04-02T12:00'))).toEqual({ outcome: 'unchanged' });
  });

  test('the refusal says since when and until when', () => {
    expect(decideCheckIn(booking(), at('2026-03-27T12:00'))).toMatchObject({
      details: { opensAt: '2026-03-28T23:00:00Z' },
    });
    expect(decideCheckIn(booking(), at('2026-04-02T12:00'))).toMatchObject({
      details: { closedAt: '2026-03-29T22:00:00Z' },
    });
  });
});

describe('undoing it', () => {
  test.each([
    ['on the day', cameAt, '2026-03-29T17:55', 'change'],
    ['the day after', cameAt, '2026-03-30T00:00', 'check_in_closed'],
    ['where there is nothing to undo', null, '2026-03-29T17:55', 'unchanged'],
    ['where there is nothing to undo, the day after', null, '2026-03-30T12:00', 'unchanged'],
  ])('%s', (_, checkedInAt, now, expected) => {
    const decision = decideUndoCheckIn(booking({ checkedInAt }), at(now));
    expect(decision.outcome === 'refused' ? decision.code : decision.outcome).toBe(expected);
  });
});

test('a session over midnight is open on both days', () => {
  const late = booking({ startsAt: at('2026-03-29T23:30') });
  expect(calculateCheckInWindow(late)).toEqual({ opensAt: at('2026-03-29T00:00'), closesAt: at('2026-03-31T00:00') });
});

describe('whoever shows a code is expected', () => {
  const row = (id: string, wallTime: string, more: Partial<Attendance> = {}) =>
    booking({ id, startsAt: at(`2026-03-29T${wallTime}`), ...more });
  const chosen = (bookings: Attendance[], now: string) => chooseCheckIn(bookings, at(`2026-03-29T${now}`))?.id;

  test.each([
    ['in the session that starts nearest', '17:50', 'six'],
    ['in the one that began lately', '16:10', 'four'],
    ['in the next one when the last is over', '17:01', 'six'],
    ['in the last one when all are over', '21:00', 'six'],
  ])('%s', (_, now, id) => {
    expect(chosen([row('nine', '09:00'), row('four', '16:00'), row('six', '18:00')], now)).toBe(id);
  });

  test('rather where they have a place than where they wait', () => {
    const bookings = [row('waits', '17:00', { state: 'waiting' }), row('has a place', '20:00')];
    expect(chosen(bookings, '16:55')).toBe('has a place');
    expect(chosen(bookings.slice(0, 1), '16:55')).toBe('waits');
  });

  test('by id when two start together, whatever their order', () => {
    const both = [row('b', '18:00'), row('a', '18:00')];
    expect([chosen(both, '17:55'), chosen(both.toReversed(), '17:55')]).toEqual(['a', 'a']);
  });

  test('nowhere on another day', () => {
    const tomorrow = booking({ startsAt: at('2026-03-30T09:00') });
    expect(chosen([tomorrow], '23:00')).toBeUndefined();
    expect(chosen([], '23:00')).toBeUndefined();
  });
});
