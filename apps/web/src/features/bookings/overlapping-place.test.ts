import { expect, test } from 'vitest';
import { overlappingPlace } from './overlapping-place.ts';
import { place } from './test-booking.ts';

test.each([
  ['at the same time', 0, 'active', true],
  ['half an hour later', 0.5, 'active', true],
  ['right after it', 1, 'active', false],
  ['right before it', -1, 'active', false],
  ['at the same time, waiting', 0.25, 'waiting', false],
] as const)('a place %s is in the way: %4$s', (_, startsIn, state, isInTheWay) => {
  const waiting = place(0, { id: 'mine', state: 'waiting' });
  expect(overlappingPlace(waiting, [waiting, place(startsIn, { state })]) !== null).toBe(isInTheWay);
});
