import type { IdentityParts } from './identity-parts.ts';
import type { User } from './identity-store.ts';
import type { RefreshFamily } from './refresh-family-store.ts';

/** What a client gets when somebody signed in or refreshed. */
export interface SignIn {
  user: User;
  accessToken: string;
  refreshToken: string;
  refreshExpiresAt: Temporal.Instant;
}

/** The tokens of a user on a device, at its present generation. The role is the row's, so a demotion takes effect here. */
export function signIn(
  { accessTokens, refreshTokens }: Pick<IdentityParts, 'accessTokens' | 'refreshTokens'>,
  user: User,
  family: RefreshFamily,
): SignIn {
  return {
    user,
    accessToken: accessTokens.sign({ userId: user.id, role: user.role, familyId: family.id }),
    refreshToken: refreshTokens.sign(family),
    refreshExpiresAt: family.expiresAt,
  };
}
