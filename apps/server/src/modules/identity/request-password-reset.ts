import type { IdentityDeps } from './identity-deps.ts';
import { findUserByEmail } from './identity-store.ts';
import { sendLinkOnRequest } from './send-link-on-request.ts';

/** Sends a reset link if the address has an account that may sign in. Runs in a job, so that no caller can tell. */
export async function requestPasswordReset(deps: IdentityDeps, email: string): Promise<void> {
  const user = await findUserByEmail(deps.db, email);
  if (user && !user.blockedAt) await sendLinkOnRequest(deps, user.id, 'reset_password');
}
