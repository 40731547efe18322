import { expect, test } from 'vitest';
import { standingOf } from './booking-standing.ts';

const booking = { state: 'active', canceledReason: null, checkedInAt: null, noShowAt: null } as const;
const at = '2026-11-24T18:00:00Z';

test.each([
  ['active', {}],
  ['checkedIn', { checkedInAt: at }],
  ['noShow', { noShowAt: at }],
  ['waiting', { state: 'waiting' }],
  ['canceled', { state: 'canceled', canceledReason: 'member' }],
  ['late', { state: 'canceled', canceledReason: 'late' }],
] as const)('%s', (standing, change) => {
  expect(standingOf({ ...booking, ...change })).toBe(standing);
});
