import { inTransaction } from '#platform/db/transaction.ts';
import { AppError } from '#platform/http/app-error.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { lockUser, updateUser } from './identity-store.ts';
import { consumeOneTimeToken, retireOneTimeTokens } from './one-time-token-store.ts';
import { tellAccountEvent } from './tell-account-event.ts';

/**
 * Marks the address of the token's account as verified, and welcomes a new member.
 *
 * @throws AppError `invalid_token` when it is unknown, used or expired
 */
export async function verifyEmail(deps: IdentityDeps, token: string): Promise<void> {
  const tokenHash = deps.oneTimeTokens.hashOf(token);
  await inTransaction(deps.db, async (tx) => {
    const userId = await consumeOneTimeToken(tx, 'verify_email', tokenHash);
    const user = userId && (await lockUser(tx, userId));
    if (!user) throw new AppError('invalid_token');
    await retireOneTimeTokens(tx, user.id, ['verify_email']);
    if (user.emailVerifiedAt) return;
    await updateUser(tx, user.id, { emailVerifiedAt: Temporal.Now.instant() });
    await tellAccountEvent(tx, deps.jobs, user, { event: 'welcome' });
  });
}
