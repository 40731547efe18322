import { inTransaction } from '#platform/db/transaction.ts';
import { AppError } from '#platform/http/app-error.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { findStudio, NO_PASSWORD, updateUser } from './identity-store.ts';
import { consumeOneTimeToken, findUserByOneTimeToken, retireOneTimeTokens } from './one-time-token-store.ts';
import { revokeFamiliesOf } from './refresh-family-store.ts';
import { requireStrongPassword } from './require-strong-password.ts';
import { tellAccountEvent } from './tell-account-event.ts';

/**
 * Sets a new password with a token from an e-mail, and ends all devices. Whoever holds the token reads the mail of that
 * address, so the address is verified by it.
 *
 * @throws AppError `invalid_token`; `validation_failed` for a weak password, which leaves the token good; `busy`
 */
export async function resetPassword(deps: IdentityDeps, token: string, password: string): Promise<void> {
  const tokenHash = deps.oneTimeTokens.hashOf(token);
  const user = await findUserByOneTimeToken(deps.db, 'reset_password', tokenHash);
  if (!user) throw new AppError('invalid_token');
  const { name: studioName } = await findStudio(deps.db);
  requireStrongPassword(password, { ...user, studioName });
  const passwordHash = await deps.passwords.hash(password);
  await inTransaction(deps.db, async (tx) => {
    if (!(await consumeOneTimeToken(tx, 'reset_password', tokenHash))) throw new AppError('invalid_token');
    await retireOneTimeTokens(tx, user.id, ['reset_password', 'verify_email']);
    await updateUser(tx, user.id, {
      passwordHash,
      emailVerifiedAt: user.emailVerifiedAt ?? Temporal.Now.instant(),
    });
    await revokeFamiliesOf(tx, user.id, 'password_changed');
    // The first one of an account made at the front desk changes none.
    if (user.passwordHash !== NO_PASSWORD) {
      await tellAccountEvent(tx, deps.jobs, user, { event: 'password_changed' });
    }
    if (!user.emailVerifiedAt) await tellAccountEvent(tx, deps.jobs, user, { event: 'welcome' });
  });
  await deps.loginLimits.forgive(user.email);
}
