import { expect, test } from 'vitest';
import type { Booking } from '#lib/api/types.ts';
import { concernsOwn } from './concerns-own.ts';

const before = { activeCount: 5, waitingCount: 1, capacity: 5, state: 'scheduled' as const };
const mine = (state: Booking['state'], id = 'flow') => ({ state, session: { id } as Booking['session'] });
const moved = { sessionId: 'flow', ...before, waitingCount: 0 };

test.each([
  ['where I wait', [mine('waiting')], moved, true],
  ['where I have a place', [mine('active', 'yin'), mine('active')], moved, true],
  ['where I had one', [mine('canceled')], moved, false],
  ['elsewhere', [mine('waiting', 'yin')], moved, false],
  ['nothing moved', [mine('waiting')], { sessionId: 'flow', ...before }, false],
  ['it was canceled', [mine('active')], { sessionId: 'flow', ...before, state: 'canceled' as const }, true],
])('%s', (_, bookings, counts, expected) => {
  expect(concernsOwn(before, counts, bookings)).toBe(expected);
});

test('the first counters are no change', () => {
  expect(concernsOwn(undefined, moved, [mine('waiting')])).toBe(false);
});
