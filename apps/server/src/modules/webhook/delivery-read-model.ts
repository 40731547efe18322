import type { Database, Tx } from '#platform/db/database.ts';
import { found } from '#platform/http/app-error.ts';
import { decodeCursor } from '#platform/http/cursor.ts';
import type { DeliveryRow } from './webhook-view.ts';

export interface DeliveryQuery {
  subscriptionId: string;
  status?: DeliveryRow['status'];
  cursor?: string;
  limit: number;
}

/** Deliveries of a webhook, newest first; one more than `limit` when there is another page. */
export function listDeliveries(db: Database, query: DeliveryQuery): Promise<DeliveryRow[]> {
  const { subscriptionId, status, cursor, limit } = query;
  let rows = selectDeliveries(db)
    .where('webhookDeliveries.subscriptionId', '=', subscriptionId)
    .orderBy('webhookDeliveries.id', 'desc')
    .limit(limit + 1);
  if (status) rows = rows.where('webhookDeliveries.status', '=', status);
  if (cursor) rows = rows.where('webhookDeliveries.id', '<', decodeCursor(cursor, ['id'])[0] ?? '');
  return rows.execute();
}

/** @throws AppError `not_found` */
export async function findDelivery(db: Database | Tx, id: string): Promise<DeliveryRow> {
  return found(await selectDeliveries(db).where('webhookDeliveries.id', '=', id).executeTakeFirst(), 'delivery');
}

function selectDeliveries(db: Database | Tx) {
  return db
    .selectFrom('webhookDeliveries')
    .innerJoin('webhookEvents', 'webhookEvents.id', 'webhookDeliveries.eventId')
    .selectAll('webhookDeliveries')
    .select(['webhookEvents.type', 'webhookEvents.occurredAt', 'webhookEvents.payload']);
}
