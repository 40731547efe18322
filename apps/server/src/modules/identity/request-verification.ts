import type { IdentityDeps } from './identity-deps.ts';
import { findCaller } from './identity-store.ts';
import { sendLinkOnRequest } from './send-link-on-request.ts';

/** Sends the caller another link to verify their address, unless it is verified. */
export async function requestVerification(deps: IdentityDeps, userId: string): Promise<void> {
  const user = await findCaller(deps.db, userId);
  if (!user.emailVerifiedAt) await sendLinkOnRequest(deps, user.id, 'verify_email');
}
