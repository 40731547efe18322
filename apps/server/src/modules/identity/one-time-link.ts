import { webPage } from '#platform/web-page.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { NO_PASSWORD } from './identity-store.ts';
import type { OneTimePurpose } from './one-time-token.ts';
import { findOneTimeToken } from './one-time-token-store.ts';

/** A link that does something once, for its recipient alone. */
export interface OneTimeLink {
  purpose: OneTimePurpose;
  /** It leads to the first password of an account that somebody else made. */
  invites: boolean;
  userId: string;
  /** Carries the token: never to be stored or logged. */
  url: string;
  expiresAt: Temporal.Instant;
}

export interface OneTimeLinkDeps extends Pick<IdentityDeps, 'db' | 'oneTimeTokens'> {
  config: Pick<IdentityDeps['config'], 'webUrl'>;
}

/** Pages of the web app that take the token. */
const PAGES: Record<OneTimePurpose, string> = { verify_email: '/verify-email', reset_password: '/reset-password' };

/** The link of a token, in its user's language; null when it was used, has expired or lost its account in the meantime. */
export async function oneTimeLinkOf(
  { db, config, oneTimeTokens }: OneTimeLinkDeps,
  tokenId: string,
): Promise<OneTimeLink | null> {
  const found = await findOneTimeToken(db, tokenId);
  if (!found) return null;
  const { id, purpose, userId, locale, expiresAt } = found;
  const invites = purpose === 'reset_password' && found.passwordHash === NO_PASSWORD;
  const token = oneTimeTokens.tokenOf({ id, purpose });
  return {
    purpose,
    invites,
    userId,
    url: webPage(config.webUrl, `${PAGES[purpose]}?token=${token}`, locale),
    expiresAt,
  };
}
