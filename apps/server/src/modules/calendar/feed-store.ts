import { sql } from 'kysely';
import type { Database, Tx } from '#platform/db/database.ts';

/**
 * Makes this the member's one feed; whatever they had stops with it.
 *
 * @returns false when there is no such member any more
 */
export async function replaceFeed(
  tx: Tx,
  { id, userId, secretHash }: { id: string; userId: string; secretHash: Buffer },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('calendarFeeds')
    .columns(['id', 'userId', 'secretHash'])
    .expression(
      tx
        .selectFrom('users')
        .select([sql<string>`${id}::uuid`.as('id'), 'users.id as userId', sql<Buffer>`${secretHash}::bytea`.as('hash')])
        .where('users.id', '=', userId)
        .where('users.deletedAt', 'is', null),
    )
    .onConflict((conflict) =>
      conflict.column('userId').doUpdateSet(({ ref }) => ({
        id: ref('excluded.id'),
        secretHash: ref('excluded.secretHash'),
        createdAt: ref('excluded.createdAt'),
      })),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function findFeed(db: Database, userId: string): Promise<{ createdAt: Temporal.Instant } | undefined> {
  return db.selectFrom('calendarFeeds').select('createdAt').where('userId', '=', userId).executeTakeFirst();
}

export async function deleteFeed(db: Database, userId: string): Promise<void> {
  await db.deleteFrom('calendarFeeds').where('userId', '=', userId).execute();
}

/** Whose feed it is, unless they are blocked or gone. */
export function findFeedOwner(db: Database, secretHash: Buffer): Promise<{ id: string; locale: string } | undefined> {
  return db
    .selectFrom('calendarFeeds as f')
    .innerJoin('users as u', 'u.id', 'f.userId')
    .select(['u.id', 'u.locale'])
    .where('f.secretHash', '=', secretHash)
    .where('u.blockedAt', 'is', null)
    .where('u.deletedAt', 'is', null)
    .executeTakeFirst();
}
