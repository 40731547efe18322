import { expect, test } from 'vitest';
import type { Booking } from '#lib/api/types.ts';
import { queueMoves } from './queue-moves.ts';

type Place = Pick<Booking, 'id' | 'state' | 'waitingPosition'>;
const waits = (waitingPosition: number, id = 'a'): Place => ({ id, state: 'waiting', waitingPosition });
const seat: Place = { id: 'a', state: 'active', waitingPosition: null };

test.each([
  ['moved up', [waits(2)], [waits(1)], ['a']],
  ['stayed', [waits(2)], [waits(2)], []],
  ['joined', [], [waits(2)], []],
  ['got a place, which is told elsewhere', [waits(1)], [seat], []],
  ['one of two', [waits(1), waits(3, 'b')], [waits(1), waits(2, 'b')], ['b']],
])('%s', (_, before, after, ids) => {
  expect(queueMoves(before, after).map(({ id }) => id)).toEqual(ids);
});
