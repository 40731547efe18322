import { inTransaction } from '#platform/db/transaction.ts';
import { AppError } from '#platform/http/app-error.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { findUserByEmail, holdUnchanged } from './identity-store.ts';
import type { Origin } from './origin.ts';
import { insertFamily } from './refresh-family-store.ts';
import { type SignIn, signIn } from './sign-in.ts';

export interface Credentials {
  email: string;
  password: string;
}

/**
 * Signs somebody in on a new device.
 *
 * An unknown address costs and answers the same as a wrong password.
 *
 * @throws AppError `invalid_credentials`, `account_blocked` (only with the right password), `rate_limited`, `busy`
 */
export async function logIn(deps: IdentityDeps, { email, password }: Credentials, origin: Origin): Promise<SignIn> {
  const user = await deps.loginLimits.attempt({ email, address: origin.address }, async () => {
    const account = await findUserByEmail(deps.db, email.trim());
    const matches = await deps.passwords.verify(account?.passwordHash, password);
    return matches ? account : undefined;
  });
  if (user.blockedAt) throw new AppError('account_blocked');
  const family = await inTransaction(deps.db, async (tx) => {
    // The password may have been changed while the old one was checked; that ended all devices, and so no new one may start.
    if (!(await holdUnchanged(tx, user))) throw new AppError('invalid_credentials');
    return insertFamily(tx, user.id, origin);
  });
  return signIn(deps, user, family);
}
