import type { IdentityDeps } from './identity-deps.ts';
import type { IdentityMailer } from './identity-mailer.ts';
import type { OneTimePurpose } from './one-time-token.ts';
import { findOneTimeToken } from './one-time-token-store.ts';

/** Pages of the web app that take the token. */
const PAGES: Record<OneTimePurpose, string> = { verify_email: '/verify-email', reset_password: '/reset-password' };

/** Sends the link of a token, unless it was used, has expired or lost its account in the meantime. */
export async function sendOneTimeLink(
  { db, config, oneTimeTokens }: Pick<IdentityDeps, 'db' | 'config' | 'oneTimeTokens'>,
  mailer: IdentityMailer,
  tokenId: string,
): Promise<void> {
  const found = await findOneTimeToken(db, tokenId);
  if (!found) return;
  const { token, user } = found;
  const link = new URL(PAGES[token.purpose], config.webUrl);
  link.searchParams.set('token', oneTimeTokens.tokenOf(token));
  await mailer.sendLink({
    purpose: token.purpose,
    to: { userId: user.id, email: user.email, name: user.name, locale: user.locale },
    link: link.href,
    expiresAt: token.expiresAt,
  });
}
