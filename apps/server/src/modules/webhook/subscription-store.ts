import type { Selectable } from 'kysely';
import type { Database, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/db-types.generated.ts';
import { found } from '#platform/http/app-error.ts';
import { decodeCursor } from '#platform/http/cursor.ts';

export type SubscriptionRow = Selectable<DB['webhookSubscriptions']>;

/** A webhook that was not deleted. @throws AppError `not_found` */
export async function findSubscription(db: Database | Tx, id: string): Promise<SubscriptionRow> {
  const row = await db
    .selectFrom('webhookSubscriptions')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return found(row, 'webhook');
}

/** Locks a webhook, also a deleted one. @throws AppError `not_found` */
export async function lockSubscription(tx: Tx, id: string): Promise<SubscriptionRow> {
  const row = await tx
    .selectFrom('webhookSubscriptions')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return found(row, 'webhook');
}

/** Locks a webhook that was not deleted. @throws AppError `not_found` */
export async function lockLivingSubscription(tx: Tx, id: string): Promise<SubscriptionRow> {
  const row = await lockSubscription(tx, id);
  return found(row.deletedAt ? undefined : row, 'webhook');
}

/** Webhooks that were not deleted, newest first; one more than `limit` when there is another page. */
export function listSubscriptions(db: Database, limit: number, cursor?: string): Promise<SubscriptionRow[]> {
  let query = db
    .selectFrom('webhookSubscriptions')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor) query = query.where('id', '<', decodeCursor(cursor, ['id'])[0] ?? '');
  return query.execute();
}
