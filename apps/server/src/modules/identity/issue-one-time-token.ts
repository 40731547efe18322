import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '#platform/db/database.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { oneTimeLinkJob } from './identity-jobs.ts';
import type { OneTimePurpose } from './one-time-token.ts';
import { insertOneTimeToken } from './one-time-token-store.ts';

/** A reset is done at once; a verification may wait in an inbox over a weekend. */
const VALID_HOURS: Record<OneTimePurpose, number> = { reset_password: 1, verify_email: 72 };

/** Makes a token and queues the mail that carries it, both or neither. */
export async function issueOneTimeToken(
  { oneTimeTokens, jobs }: Pick<IdentityDeps, 'oneTimeTokens' | 'jobs'>,
  tx: Tx,
  userId: string,
  purpose: OneTimePurpose,
  validHours = VALID_HOURS[purpose],
): Promise<void> {
  const id = randomUUIDv7();
  const tokenHash = oneTimeTokens.hashOf(oneTimeTokens.tokenOf({ id, purpose }));
  await insertOneTimeToken(tx, { id, userId, purpose, tokenHash, validHours });
  await jobs.enqueue(tx, oneTimeLinkJob, [{ tokenId: id }]);
}
