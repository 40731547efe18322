import { expect, test } from 'vitest';
import { canGivePlace } from './can-give-place.ts';

const start = Date.parse('2026-11-24T18:00:00Z');
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
const session = {
  state: 'scheduled',
  startsAt: at(0),
  endsAt: at(60),
  waitlistClosesAt: at(-120),
  activeCount: 7,
  capacity: 8,
} as const;

test.each([
  ['while the list moves by itself', {}, -121, false],
  ['once it has closed', {}, -120, true],
  ['to who comes late', {}, 2, true],
  ['when it is over', {}, 60, false],
  ['where every place is taken', { activeCount: 8 }, -60, false],
  ['of a canceled session', { state: 'canceled' as const }, -60, false],
])('%s', (_, changes, now, expected) => {
  expect(canGivePlace({ ...session, ...changes }, start + now * 60_000)).toBe(expected);
});
