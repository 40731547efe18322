import { describe, expect, test } from 'vitest';
import type { StudioPolicy } from '#modules/schedule/index.ts';
import { changeCapacity, changePolicy, mayMatter } from './lab-rules.ts';

test.each([
  ['nothing asked', 20, undefined, 20],
  ['a tenth more', 20, { unit: 'percent', amount: 10 }, 22],
  ['rounded', 15, { unit: 'percent', amount: 10 }, 17],
  ['a fifth less', 20, { unit: 'percent', amount: -20 }, 16],
  ['two places more', 20, { unit: 'places', amount: 2 }, 22],
  ['never none', 3, { unit: 'places', amount: -5 }, 1],
  ['this class', 20, { unit: 'places', amount: 1, classIds: ['yoga'] }, 21],
  ['another class', 20, { unit: 'places', amount: 1, classIds: ['pilates'] }, 20],
] as const)('%s', (_, capacity, change, expected) => {
  expect(changeCapacity(capacity, 'yoga', change)).toBe(expected);
});

describe('mayMatter', () => {
  const startsAt = Temporal.Instant.from('2026-03-29T16:00:00Z');
  const before = (minutes: number) => startsAt.subtract({ minutes });
  const policy: StudioPolicy = {
    bookingOpensDaysBefore: 28,
    bookingClosesMinutesBefore: 0,
    cancellationCutoffMinutes: 120,
    waitlistClosesMinutesBefore: 60,
    promotionGraceMinutes: 15,
    overlappingBookingsAllowed: true,
  };

  test.each([
    ['the same rules', {}, before(1), false],
    ['nobody did anything', { cancellationCutoffMinutes: 30 }, null, false],
    ['a shorter cutoff, and something between', { cancellationCutoffMinutes: 30 }, before(100), true],
    [
      'a shorter cutoff, and a grace that may reach over the old one',
      { cancellationCutoffMinutes: 30 },
      before(135),
      true,
    ],
    ['a shorter cutoff, and nothing near the old one', { cancellationCutoffMinutes: 30 }, before(136), false],
    ['a longer cutoff, and something after the new one', { cancellationCutoffMinutes: 600 }, before(600), true],
    ['a list that closes later, and nothing near the old end', { waitlistClosesMinutesBefore: 10 }, before(100), false],
    ['a list that closes later, and something after', { waitlistClosesMinutesBefore: 10 }, before(40), true],
  ])('%s', (_, change, lastActAt, matters) => {
    expect(mayMatter(startsAt, lastActAt, policy, changePolicy(policy, change))).toBe(matters);
  });
});
