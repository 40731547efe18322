import { expect, test } from 'vitest';
import { countEffects, groupByPerson } from './concerned-people.ts';
import type { Concerned, Effect } from './consequences.ts';

const one = (userId: string, sessionId: string, effect: Effect, reason: Concerned['reason'] = null): Concerned => ({
  userId,
  sessionId,
  effect,
  reason,
});

const concerned = [
  one('ana', 'monday', 'place_lost'),
  one('bor', 'monday', 'not_promoted', 'no_usable_ticket'),
  one('ana', 'tuesday', 'place_lost'),
  one('ana', 'wednesday', 'wait_ended'),
  one('bor', 'tuesday', 'not_promoted', 'overlapping_booking'),
  one('eva', 'tuesday', 'place_lost'),
];

test('a person stands there once for each effect and reason, with the number of sessions', () => {
  expect(
    groupByPerson(concerned).map(({ userId, sessionId, effect, sessionCount }) => [
      userId,
      sessionId,
      effect,
      sessionCount,
    ]),
  ).toEqual([
    ['ana', 'monday', 'place_lost', 2],
    ['bor', 'monday', 'not_promoted', 1],
    ['ana', 'wednesday', 'wait_ended', 1],
    ['bor', 'tuesday', 'not_promoted', 1],
    ['eva', 'tuesday', 'place_lost', 1],
  ]);
});

test('an effect counts members, each of them once', () => {
  expect(countEffects(concerned)).toEqual([
    { effect: 'place_lost', count: 2 },
    { effect: 'not_promoted', count: 1 },
    { effect: 'wait_ended', count: 1 },
  ]);
  expect(countEffects([])).toEqual([]);
});
