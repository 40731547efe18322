import { sql } from 'kysely';
import { recordAudit, systemActor } from '#modules/audit/index.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import type { PayloadOf } from '#platform/jobs/define-job.ts';
import { type AttemptDecision, decideAttempt } from './decide-attempt.ts';
import { type DueDelivery, dropDelivery, findDueDelivery, startAttempt } from './delivery-store.ts';
import { type SendResult, sendRequest } from './send-request.ts';
import { signDelivery } from './sign-delivery.ts';
import { lockSubscription } from './subscription-store.ts';
import type { WebhookDeps } from './webhook-deps.ts';
import { PAYLOAD_VERSION } from './webhook-events.ts';
import type { deliverWebhookJob } from './webhook-jobs.ts';

/** The receiver did not take it; the queue tries again later. */
class NotDelivered extends Error {}

/**
 * Makes one attempt. It may arrive twice when a worker dies between the receiver's answer and our commit; the receiver knows it by
 * its `webhook-id`.
 *
 * @throws NotDelivered when another attempt is due
 */
export async function deliverWebhook(
  deps: WebhookDeps,
  { deliveryId, round }: PayloadOf<typeof deliverWebhookJob>,
  signal: AbortSignal,
): Promise<void> {
  const { db, config } = deps;
  const due = await findDueDelivery(db, deliveryId, round);
  if (!due) return;
  if (due.deletedAt) return dropDelivery(db, due, 'The webhook was deleted');
  if (due.state === 'disabled') return dropDelivery(db, due, 'The webhook is disabled');

  const attempts = await startAttempt(db, due);
  const result = await sendRequest(toRequest(due, Temporal.Now.instant()), {
    allowPrivate: config.privateWebhooks === 'on',
    signal,
  });
  const decision = await inTransaction(db, (tx) => settle(tx, due, attempts, result));
  if (decision.status === 'pending') throw new NotDelivered(`webhook delivery ${deliveryId}: ${decision.error}`);
}

function toRequest(due: DueDelivery, now: Temporal.Instant) {
  const { eventId, type, occurredAt, payload, url } = due;
  const body = JSON.stringify({ version: PAYLOAD_VERSION, type, timestamp: occurredAt.toString(), data: payload });
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Openmat-Webhooks/1',
    ...signDelivery(eventId, body, due, now),
  };
  return { url, headers, body };
}

async function settle(tx: Tx, due: DueDelivery, attempts: number, result: SendResult): Promise<AttemptDecision> {
  const { id, subscriptionId, round } = due;
  const now = Temporal.Now.instant();
  const subscription = await lockSubscription(tx, subscriptionId);
  const decision = decideAttempt(result, { attempts, failingSince: subscription.failingSince, now });
  await tx
    .updateTable('webhookDeliveries')
    .set({
      status: decision.status,
      lastStatusCode: 'statusCode' in result ? result.statusCode : null,
      lastError: decision.error,
      responseExcerpt: result.excerpt,
      deliveredAt: decision.status === 'delivered' ? now : null,
    })
    .where('id', '=', id)
    // Sent again by an admin in the meantime: this attempt is history.
    .where('round', '=', round)
    .where('status', '=', 'pending')
    .execute();
  if (subscription.url === due.url) await settleSubscription(tx, subscription, decision);
  return decision;
}

type Subscription = Awaited<ReturnType<typeof lockSubscription>>;

/** How the webhook stands after an attempt; the verdict on an address that was replaced in the meantime does not count. */
async function settleSubscription(tx: Tx, { id, state, failingSince }: Subscription, decision: AttemptDecision) {
  const disable = state === 'active' ? decision.disable : null;
  if (!disable && !failingSince && !decision.failingSince) return;
  await tx
    .updateTable('webhookSubscriptions')
    .set({
      failingSince: decision.failingSince,
      ...(disable && { state: 'disabled', disabledReason: disable, updatedAt: sql`now()` }),
    })
    .where('id', '=', id)
    .execute();
  if (!disable) return;
  await recordAudit(tx, {
    actor: systemActor,
    action: 'webhook.disable',
    entity: 'webhook',
    entityId: id,
    before: { state: 'active' },
    after: { state: 'disabled', disabledReason: disable },
    reason: decision.error,
  });
}

/** Deletes events of more than 30 days ago, with their deliveries. */
export async function forgetEvents(db: Database, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('webhookEvents')
    .where('createdAt', '<', now.subtract({ hours: 30 * 24 }))
    .execute();
}
