import { expect, test } from 'vitest';
import { dueForCheckIn } from './due-for-check-in.ts';
import { hour, NOW, place } from './test-booking.ts';

test.each([
  ['nothing', [], null],
  ['one in three hours', [place(3)], 'at 3'],
  ['one later than that', [place(3.1)], null],
  ['one that is on', [place(-0.5)], 'at -0.5'],
  ['one that is over', [place(-1)], null],
  ['the sooner of two', [place(2), place(1)], 'at 1'],
  ['one that is checked in, and the next', [place(-0.5, { checkedInAt: hour(-0.5) }), place(1)], 'at 1'],
  ['a place in line', [place(1, { state: 'waiting' })], null],
] as const)('for the front desk of %s', (_, bookings, expected) => {
  expect(dueForCheckIn(bookings, NOW)?.id ?? null).toBe(expected);
});
