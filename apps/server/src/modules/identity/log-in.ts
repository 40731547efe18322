import type { Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { AppError } from '#platform/http/app-error.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { findUserByEmail, holdUnchanged, type User } from './identity-store.ts';
import { isNewDevice } from './is-new-device.ts';
import type { Origin } from './origin.ts';
import { insertFamily, listUserAgents, type RefreshFamily } from './refresh-family-store.ts';
import { type SignIn, signIn } from './sign-in.ts';
import { tellAccountEvent } from './tell-account-event.ts';

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
    return startDevice(tx, deps, user, origin);
  });
  return signIn(deps, user, family);
}

/** The account is locked, so of two sign-ins with the same new program one is told. */
async function startDevice(tx: Tx, { jobs }: IdentityDeps, user: User, origin: Origin): Promise<RefreshFamily> {
  const known = await listUserAgents(tx, user.id);
  const family = await insertFamily(tx, user.id, origin);
  if (isNewDevice(known, family.userAgent)) {
    const { userAgent, address, createdAt } = family;
    const data = { userAgent, address, at: createdAt.toString() };
    await tellAccountEvent(tx, jobs, user, { event: 'new_device', data });
  }
  return family;
}
