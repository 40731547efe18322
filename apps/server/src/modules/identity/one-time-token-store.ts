import { sql } from 'kysely';
import type { Database, Tx } from '#platform/db/database.ts';
import type { User } from './identity-store.ts';
import type { OneTimePurpose, OneTimeToken } from './one-time-token.ts';

const now = () => sql<Temporal.Instant>`now()`;

export interface NewOneTimeToken {
  id: string;
  userId: string;
  purpose: OneTimePurpose;
  tokenHash: Buffer;
}

export async function insertOneTimeTokens(
  tx: Tx,
  tokens: readonly NewOneTimeToken[],
  validHours: number,
): Promise<void> {
  const expiresAt = sql<Temporal.Instant>`now() + make_interval(hours => ${validHours})`;
  await tx
    .insertInto('oneTimeTokens')
    .values(tokens.map((token) => ({ ...token, expiresAt })))
    .execute();
}

/**
 * Uses a token up.
 *
 * @returns whose it was, or undefined when it is unknown, used or expired. Of two at the same moment, one gets it.
 */
export async function consumeOneTimeToken(
  tx: Tx,
  purpose: OneTimePurpose,
  tokenHash: Buffer,
): Promise<string | undefined> {
  const used = await tx
    .updateTable('oneTimeTokens')
    .set({ usedAt: now() })
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now())
    .returning('userId')
    .executeTakeFirst();
  return used?.userId;
}

/** The account that a token still good belongs to; changes nothing. */
export function findUserByOneTimeToken(
  db: Database,
  purpose: OneTimePurpose,
  tokenHash: Buffer,
): Promise<User | undefined> {
  return db
    .selectFrom('oneTimeTokens')
    .innerJoin('users', 'users.id', 'oneTimeTokens.userId')
    .selectAll('users')
    .where('tokenHash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('oneTimeTokens.expiresAt', '>', now())
    .where('users.deletedAt', 'is', null)
    .executeTakeFirst();
}

/** A token still good of an account that may sign in, for the mail that carries it. */
export function findOneTimeToken(
  db: Database,
  id: string,
): Promise<(OneTimeToken & Pick<User, 'locale' | 'passwordHash'>) | undefined> {
  return db
    .selectFrom('oneTimeTokens')
    .innerJoin('users', 'users.id', 'oneTimeTokens.userId')
    .selectAll('oneTimeTokens')
    .select(['users.locale', 'users.passwordHash'])
    .where('oneTimeTokens.id', '=', id)
    .where('usedAt', 'is', null)
    .where('oneTimeTokens.expiresAt', '>', now())
    .where('users.blockedAt', 'is', null)
    .where('users.deletedAt', 'is', null)
    .executeTakeFirst();
}

/** How many unused tokens for that purpose a user got within the last hour. */
export async function countRecentTokens(tx: Tx, userId: string, purpose: OneTimePurpose): Promise<number> {
  const { count } = await tx
    .selectFrom('oneTimeTokens')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('userId', '=', userId)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('createdAt', '>', sql<Temporal.Instant>`now() - interval '1 hour'`)
    .executeTakeFirstOrThrow();
  return count;
}

/** Makes the open tokens of a user useless: one was used, or what they were sent for has changed. */
export async function retireOneTimeTokens(tx: Tx, userId: string, purposes: readonly OneTimePurpose[]): Promise<void> {
  await tx
    .updateTable('oneTimeTokens')
    .set({ usedAt: now() })
    .where('userId', '=', userId)
    .where('purpose', 'in', purposes)
    .where('usedAt', 'is', null)
    .execute();
}

export async function deleteOneTimeTokens(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('oneTimeTokens').where('userId', '=', userId).execute();
}
