/** How long the immediate predecessor is still answered: two tabs refreshing at once, or an answer that got lost. */
const REPEAT_GRACE = { seconds: 10 };

/** What decides about a presented refresh token: the state of its family (device). */
export interface FamilyState {
  generation: number;
  rotatedAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  revokedAt: Temporal.Instant | null;
}

/** `rotate`: make the next generation. `repeat`: answer the one that exists. Everything else refuses. */
export type RefreshDecision = 'rotate' | 'repeat' | 'reuse' | 'expired' | 'revoked';

/**
 * Decides what a refresh token of the given generation gets.
 *
 * A generation newer than the family's can only come from before a restored backup; it is treated like any other token
 * that should not exist. Rule: DOMAIN "Identity".
 */
export function decideRefresh(family: FamilyState, presented: number, now: Temporal.Instant): RefreshDecision {
  if (family.revokedAt) return 'revoked';
  if (Temporal.Instant.compare(now, family.expiresAt) >= 0) return 'expired';
  if (presented === family.generation) return 'rotate';
  const isPredecessor = presented === family.generation - 1;
  const inGrace = Temporal.Instant.compare(now, family.rotatedAt.add(REPEAT_GRACE)) <= 0;
  return isPredecessor && inGrace ? 'repeat' : 'reuse';
}
