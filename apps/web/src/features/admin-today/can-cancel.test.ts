import { expect, test } from 'vitest';
import { canCancel } from './can-cancel.ts';

const start = Date.parse('2026-11-24T18:00:00Z');
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
const session = { state: 'scheduled', startsAt: at(0), endsAt: at(60) } as const;

test.each([
  ['before the start', -600, -1, true],
  ['from the start on', -600, 0, false],
  ['on a past day', -600, 3_000, false],
  ['booked after the start, while it is on', 2, 30, true],
  ['booked after the start, when it is over', 2, 60, false],
])('%s', (_, booked, now, expected) => {
  expect(canCancel(session, { bookedAt: at(booked) }, start + now * 60_000)).toBe(expected);
});

test('nothing of a canceled session', () => {
  expect(canCancel({ ...session, state: 'canceled' }, { bookedAt: at(-600) }, start - 60_000)).toBe(false);
});
