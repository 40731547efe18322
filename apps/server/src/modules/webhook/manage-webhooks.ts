import { sql } from 'kysely';
import { type AuditActor, changedFields, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { invalidField } from '#platform/http/app-error.ts';
import { refuseOtherVersion } from '#platform/http/version.ts';
import { refuseUrl, urlRefusals } from './refuse-url.ts';
import { createSecret, ROTATION_HOURS } from './sign-delivery.ts';
import { lockLivingSubscription, type SubscriptionRow } from './subscription-store.ts';
import type { WebhookDeps } from './webhook-deps.ts';
import { type NewWebhook, type WebhookPatch, webhookView } from './webhook-view.ts';

type Config = WebhookDeps['config'];

const entity = 'webhook';

/** @throws AppError `validation_failed` for a URL that nothing may be sent to */
export async function createWebhook(
  tx: Tx,
  config: Config,
  webhook: NewWebhook,
  actor: AuditActor,
): Promise<SubscriptionRow> {
  checkUrl(webhook.url, config);
  const row = await tx
    .insertInto('webhookSubscriptions')
    .values({ ...webhook, secret: createSecret() })
    .returningAll()
    .executeTakeFirstOrThrow();
  const { id: entityId, url, description, eventTypes } = row;
  await recordAudit(tx, { actor, action: 'webhook.create', entity, entityId, after: { url, description, eventTypes } });
  return row;
}

/**
 * Changes a webhook, or switches it on or off. A new address and being switched on both start with a clean record.
 *
 * @throws AppError `not_found`, `version_conflict`, `validation_failed`
 */
export async function changeWebhook(
  tx: Tx,
  config: Config,
  id: string,
  { active, version, ...change }: WebhookPatch,
  actor: AuditActor,
): Promise<SubscriptionRow> {
  if (change.url !== undefined) checkUrl(change.url, config);
  const before = await lockLivingSubscription(tx, id);
  refuseOtherVersion(version, before.updatedAt);
  const changed = changedFields<Partial<SubscriptionRow>>(before, { ...change, ...switched(before, active) });
  if (!changed) return before;
  await recordAudit(tx, { actor, action: 'webhook.change', entity, entityId: id, ...changed });
  const { url, state } = changed.after;
  return tx
    .updateTable('webhookSubscriptions')
    .set({ ...changed.after, updatedAt: sql`now()`, ...((url || state) && { failingSince: null }) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Gives a webhook a new secret; the old one signs along for 24 hours. @throws AppError `not_found` */
export async function rotateSecret(tx: Tx, id: string, actor: AuditActor): Promise<SubscriptionRow> {
  const { secret: previousSecret } = await lockLivingSubscription(tx, id);
  await recordAudit(tx, { actor, action: 'webhook.rotate_secret', entity, entityId: id });
  return tx
    .updateTable('webhookSubscriptions')
    .set({
      secret: createSecret(),
      previousSecret,
      previousSecretUntil: sql`now() + ${ROTATION_HOURS} * interval '1 hour'`,
      updatedAt: sql`now()`,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Ends a webhook for good; what is still to be delivered is dropped. @throws AppError `not_found` */
export async function deleteWebhook(tx: Tx, id: string, actor: AuditActor): Promise<void> {
  const { url, eventTypes } = webhookView(await lockLivingSubscription(tx, id));
  await recordAudit(tx, { actor, action: 'webhook.delete', entity, entityId: id, before: { url, eventTypes } });
  await tx
    .updateTable('webhookSubscriptions')
    .set({ deletedAt: sql`now()`, updatedAt: sql`now()` })
    .where('id', '=', id)
    .execute();
}

function checkUrl(url: string, { privateWebhooks }: Config): void {
  const refusal = refuseUrl(url, privateWebhooks === 'on');
  if (refusal) throw invalidField('url', urlRefusals[refusal], { code: refusal });
}

/** Switching off what a failure has switched off already keeps the reason. */
function switched({ state }: SubscriptionRow, active: boolean | undefined): Partial<SubscriptionRow> {
  if (active === undefined || active === (state === 'active')) return {};
  return active ? { state: 'active', disabledReason: null } : { state: 'disabled', disabledReason: 'admin' };
}
