import { randomUUIDv7 } from 'node:crypto';
import { inTransaction } from '#platform/db/transaction.ts';
import { AppError } from '#platform/http/app-error.ts';
import { answerOnce, type IdempotencyKey } from '#platform/http/idempotency.ts';
import type { CalendarDeps } from './calendar-deps.ts';
import type { FeedSecrets } from './feed-secret.ts';
import { replaceFeed } from './feed-store.ts';

/**
 * Gives the member a new private feed; the address of the one before, if any, stops at once.
 *
 * @returns the feed's id, from which its secret follows: the answer kept under the key must not hold the secret
 * @throws AppError `unauthenticated` when the member was erased, `idempotency_key_reused`
 */
export async function renewFeed(
  { db }: CalendarDeps,
  secrets: FeedSecrets,
  userId: string,
  key: IdempotencyKey | null,
): Promise<string> {
  const id = randomUUIDv7();
  const secretHash = secrets.hashOf(secrets.secretOf(id));
  const { body } = await inTransaction(db, (tx) =>
    answerOnce(tx, key, async () => {
      if (!(await replaceFeed(tx, { id, userId, secretHash }))) throw new AppError('unauthenticated');
      return { status: 201, body: { feedId: id } };
    }),
  );
  return body.feedId;
}
