import { inTransaction } from '#platform/db/transaction.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { lockUser } from './identity-store.ts';
import { issueOneTimeToken } from './issue-one-time-token.ts';
import type { OneTimePurpose } from './one-time-token.ts';
import { countRecentTokens } from './one-time-token-store.ts';

/** Mails per hour, kind and account: anybody can ask for them, and nobody's inbox is to be flooded. */
const PER_HOUR = 3;

/** Issues a one-time token and its mail, unless that account has got enough of them lately. */
export async function sendLinkOnRequest(deps: IdentityDeps, userId: string, purpose: OneTimePurpose): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    // Under the lock of the account two requests at once cannot both be the third.
    if (!(await lockUser(tx, userId))) return;
    if ((await countRecentTokens(tx, userId, purpose)) >= PER_HOUR) return;
    await issueOneTimeToken(deps, tx, userId, purpose);
  });
}
