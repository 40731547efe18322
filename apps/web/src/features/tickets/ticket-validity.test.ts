import { expect, test } from 'vitest';
import { isOver, validityKind } from './ticket-validity.ts';

const NOW = Date.parse('2026-03-02T12:00:00Z');
const day = (days: number) => new Date(NOW + days * 864e5).toISOString();

test.each([
  ['active', day(-10), day(30), null, 'until'],
  ['active', day(-10), day(6), null, 'soon'],
  ['used_up', day(-10), day(6), null, 'until'],
  ['not_started', day(3), day(6), null, 'from'],
  ['active', null, null, null, 'startsWithBooking'],
  ['expired', day(-30), day(-1), null, 'ended'],
  ['frozen', day(-30), day(1), day(-2), 'frozen'],
  ['frozen', null, null, day(-2), 'frozen'],
  ['revoked', day(-30), day(30), null, 'revoked'],
] as const)('a ticket that is %s from %s to %s, frozen %s: %s', (state, validFrom, validUntil, frozenAt, kind) => {
  expect(validityKind({ state, validFrom, validUntil, frozenAt }, NOW)).toBe(kind);
});

test.each([
  ['active', false],
  ['not_started', false],
  ['frozen', false],
  ['used_up', true],
  ['expired', true],
  ['revoked', true],
] as const)('a ticket that is %s is over: %s', (state, expected) => {
  expect(isOver({ state })).toBe(expected);
});
