import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '#platform/db/database.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { oneTimeLinkJob } from './identity-jobs.ts';
import type { OneTimePurpose } from './one-time-token.ts';
import { insertOneTimeTokens } from './one-time-token-store.ts';

/** A reset is done at once; a verification may wait in an inbox over a weekend. */
const VALID_HOURS: Record<OneTimePurpose, number> = { reset_password: 1, verify_email: 72 };

type IssueDeps = Pick<IdentityDeps, 'oneTimeTokens' | 'jobs'>;

/** Makes a token and queues the mail that carries it, both or neither. */
export function issueOneTimeToken(
  deps: IssueDeps,
  tx: Tx,
  userId: string,
  purpose: OneTimePurpose,
  validHours = VALID_HOURS[purpose],
): Promise<void> {
  return issueOneTimeTokens(deps, tx, [userId], purpose, validHours);
}

/** The same for many users at once. */
export async function issueOneTimeTokens(
  { oneTimeTokens, jobs }: IssueDeps,
  tx: Tx,
  userIds: readonly string[],
  purpose: OneTimePurpose,
  validHours: number,
): Promise<void> {
  const tokens = userIds.map((userId) => {
    const id = randomUUIDv7();
    return { id, userId, purpose, tokenHash: oneTimeTokens.hashOf(oneTimeTokens.tokenOf({ id, purpose })) };
  });
  await insertOneTimeTokens(tx, tokens, validHours);
  await jobs.enqueue(
    tx,
    oneTimeLinkJob,
    tokens.map(({ id }) => ({ tokenId: id })),
  );
}
