import { inTransaction } from '#platform/db/transaction.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { findUserByEmail } from './identity-store.ts';
import { issueOneTimeToken } from './issue-one-time-token.ts';

/** Issues a reset token if the address has an account that may sign in. Runs in a job, so that no caller can tell. */
export async function requestPasswordReset(deps: IdentityDeps, email: string): Promise<void> {
  const user = await findUserByEmail(deps.db, email);
  if (!user || user.blockedAt) return;
  await inTransaction(deps.db, (tx) => issueOneTimeToken(deps, tx, user.id, 'reset_password'));
}
