import { expect, test } from 'vitest';
import { decideRefresh, type FamilyState } from './decide-refresh.ts';

const now = Temporal.Instant.from('2026-11-22T12:00:00Z');
const ago = (seconds: number) => now.subtract({ seconds });

const family = (state: Partial<FamilyState> = {}): FamilyState => ({
  generation: 5,
  rotatedAt: ago(3_600),
  expiresAt: now.add({ hours: 24 }),
  revokedAt: null,
  ...state,
});

test.each<[string, Partial<FamilyState>, number, string]>([
  ['the current generation', {}, 5, 'rotate'],
  ['the current generation, rotated a moment ago', { rotatedAt: now }, 5, 'rotate'],
  ['the predecessor at once', { rotatedAt: now }, 4, 'repeat'],
  ['the predecessor at the end of the grace', { rotatedAt: ago(10) }, 4, 'repeat'],
  ['the predecessor after the grace', { rotatedAt: ago(11) }, 4, 'reuse'],
  ['an older generation within the grace', { rotatedAt: now }, 3, 'reuse'],
  ['the first generation much later', {}, 1, 'reuse'],
  ['a generation that was never given out', {}, 6, 'reuse'],
  ['an expired family', { expiresAt: now }, 5, 'expired'],
  ['an old generation of an expired family', { expiresAt: now }, 1, 'expired'],
  ['a revoked family', { revokedAt: ago(1) }, 5, 'revoked'],
  ['an old generation of a revoked family', { revokedAt: ago(1) }, 1, 'revoked'],
  ['a revoked and expired family', { revokedAt: ago(1), expiresAt: ago(1) }, 5, 'revoked'],
])('%s', (_, state, presented, decision) => {
  expect(decideRefresh(family(state), presented, now)).toBe(decision);
});
