import type { IdentityDeps } from './identity-deps.ts';
import { judgeRefreshToken } from './judge-refresh-token.ts';
import type { Origin } from './origin.ts';
import { rotateFamily } from './refresh-family-store.ts';
import { type SignIn, signIn } from './sign-in.ts';

/**
 * Exchanges a refresh token for its successor. However many ask at the same moment, all get the same one.
 *
 * @throws AppError `unauthenticated`, `account_blocked`, `refresh_reused`
 */
export async function refreshTokens(deps: IdentityDeps, token: string, origin: Origin): Promise<SignIn> {
  const { verdict, family, user } = await judgeRefreshToken(deps, token, origin);
  if (verdict === 'repeat') return signIn(deps, user, family);
  const rotated = await rotateFamily(deps.db, family, origin);
  // Somebody else rotated or ended it since we looked. Generations only grow, so the next look is the last.
  return rotated ? signIn(deps, user, rotated) : refreshTokens(deps, token, origin);
}
