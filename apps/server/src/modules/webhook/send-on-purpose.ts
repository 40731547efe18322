import { randomUUIDv7 } from 'node:crypto';
import { type AuditActor, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { AppError, found } from '#platform/http/app-error.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';
import { findDelivery } from './delivery-read-model.ts';
import { insertEvents } from './record-events.ts';
import { lockLivingSubscription, type SubscriptionRow } from './subscription-store.ts';
import { deliverWebhookJob } from './webhook-jobs.ts';
import type { DeliveryRow } from './webhook-view.ts';

/** Sends a `webhook.test` event to one webhook. @throws AppError `not_found`, `webhook_disabled` */
export async function sendTestEvent(tx: Tx, jobs: JobQueue, id: string, actor: AuditActor): Promise<DeliveryRow> {
  requireActive(await lockLivingSubscription(tx, id));
  const [eventId = ''] = await insertEvents(tx, [
    {
      type: 'webhook.test',
      cause: `webhook.test:${randomUUIDv7()}`,
      occurredAt: Temporal.Now.instant(),
      data: { webhookId: id },
    },
  ]);
  const delivery = await tx
    .insertInto('webhookDeliveries')
    .values({ eventId, subscriptionId: id })
    .returning(['id', 'round'])
    .executeTakeFirstOrThrow();
  await jobs.enqueue(tx, deliverWebhookJob, [{ deliveryId: delivery.id, round: delivery.round }]);
  await recordAudit(tx, { actor, action: 'webhook.test', entity: 'webhook', entityId: id, after: { eventId } });
  return findDelivery(tx, delivery.id);
}

/**
 * Sends an event again, at once and with all attempts anew, whatever came of it before. It keeps its id, so a receiver that has it
 * already may ignore it.
 *
 * @throws AppError `not_found`, `webhook_disabled`
 */
export async function redeliver(tx: Tx, jobs: JobQueue, deliveryId: string, actor: AuditActor): Promise<DeliveryRow> {
  const { subscriptionId } = await findDelivery(tx, deliveryId);
  requireActive(await lockLivingSubscription(tx, subscriptionId));
  const raised = await tx
    .updateTable('webhookDeliveries')
    .set(({ eb }) => ({ status: 'pending', deliveredAt: null, attempts: 0, round: eb('round', '+', 1) }))
    .where('id', '=', deliveryId)
    .returning('round')
    .executeTakeFirst();
  const { round } = found(raised, 'delivery');
  await jobs.enqueue(tx, deliverWebhookJob, [{ deliveryId, round }]);
  const after = { deliveryId };
  await recordAudit(tx, { actor, action: 'webhook.redeliver', entity: 'webhook', entityId: subscriptionId, after });
  return findDelivery(tx, deliveryId);
}

function requireActive({ state }: SubscriptionRow): void {
  if (state === 'disabled') throw new AppError('webhook_disabled');
}
