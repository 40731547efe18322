import type { Selectable } from 'kysely';
import { type Static, Type } from 'typebox';
import type { DB } from '#platform/db/db-types.generated.ts';
import type { CsvColumns } from '#platform/http/csv.ts';
import { Id, Instant, Nullable, OneOf } from '#platform/http/schemas.ts';
import { SeenVersion, Version, versionOf } from '#platform/http/version.ts';
import { longestWaitAfter } from './retry-policy.ts';
import type { SubscriptionRow } from './subscription-store.ts';
import { subscribableTypes, webhookEvents } from './webhook-events.ts';

const fields = {
  url: Type.String({ minLength: 1, maxLength: 2_000, description: 'Where events are posted to; https only' }),
  description: Type.String({ maxLength: 500 }),
  eventTypes: Type.Array(OneOf(subscribableTypes), { minItems: 1, uniqueItems: true }),
};

export const NewWebhook = Type.Object(
  { url: fields.url, description: Type.Optional(fields.description), eventTypes: fields.eventTypes },
  { additionalProperties: false },
);
export type NewWebhook = Static<typeof NewWebhook>;

export const WebhookPatch = Type.Partial(
  Type.Object({
    ...fields,
    active: Type.Boolean({ description: 'false: nothing is sent; true: switched on again, also after failures' }),
    version: SeenVersion,
  }),
  { additionalProperties: false, minProperties: 1 },
);
export type WebhookPatch = Static<typeof WebhookPatch>;

export const WebhookView = Type.Object({
  id: Id,
  ...fields,
  state: OneOf(['active', 'disabled']),
  disabledReason: Nullable(
    Type.String({
      enum: ['admin', 'gone', 'failing'],
      description: 'gone: the receiver answered 410; failing: nothing arrived for 5 days',
    }),
  ),
  failingSince: Nullable(Instant),
  createdAt: Instant,
  version: Version,
});

export const webhookColumns: CsvColumns<Static<typeof WebhookView>> = {
  id: ({ id }) => id,
  url: ({ url }) => url,
  description: ({ description }) => description,
  event_types: ({ eventTypes }) => eventTypes.join(' '),
  state: ({ state }) => state,
  disabled_reason: ({ disabledReason }) => disabledReason,
  failing_since: ({ failingSince }) => failingSince,
  created_at: ({ createdAt }) => createdAt,
};

export const WebhookWithSecret = Type.Object({
  ...WebhookView.properties,
  secret: Type.String({ description: 'Verifies deliveries. It is shown here and never again' }),
});

export const DeliveryView = Type.Object({
  id: Id,
  webhookId: Id,
  event: Type.Object({
    id: Type.String({ format: 'uuid', description: 'What the receiver gets as `webhook-id`' }),
    type: OneOf(Object.keys(webhookEvents)),
    occurredAt: Instant,
    data: Type.Object({}, { additionalProperties: true }),
  }),
  status: OneOf(['pending', 'delivered', 'failed']),
  attempts: Type.Integer({ description: 'Since it was last sent on purpose' }),
  lastAttemptAt: Nullable(Instant),
  nextAttemptBy: Nullable(
    Type.String({ format: 'date-time', description: 'The next attempt is made at this time or before' }),
  ),
  lastStatusCode: Nullable(Type.Integer()),
  lastError: Nullable(Type.String()),
  responseExcerpt: Nullable(Type.String({ description: 'The beginning of the last answer' })),
  deliveredAt: Nullable(Instant),
  createdAt: Instant,
});

export const deliveryColumns: CsvColumns<Static<typeof DeliveryView>> = {
  id: ({ id }) => id,
  webhook_id: ({ webhookId }) => webhookId,
  event_id: ({ event }) => event.id,
  event_type: ({ event }) => event.type,
  occurred_at: ({ event }) => event.occurredAt,
  data: ({ event }) => JSON.stringify(event.data),
  status: ({ status }) => status,
  attempts: ({ attempts }) => attempts,
  last_attempt_at: ({ lastAttemptAt }) => lastAttemptAt,
  next_attempt_by: ({ nextAttemptBy }) => nextAttemptBy,
  last_status_code: ({ lastStatusCode }) => lastStatusCode,
  last_error: ({ lastError }) => lastError,
  response_excerpt: ({ responseExcerpt }) => responseExcerpt,
  delivered_at: ({ deliveredAt }) => deliveredAt,
  created_at: ({ createdAt }) => createdAt,
};

/** A webhook as admins see it: everything but its secrets. */
export function webhookView(row: SubscriptionRow): Static<typeof WebhookView> {
  const { id, url, description, eventTypes, state, disabledReason, failingSince, createdAt, updatedAt } = row;
  const times = { failingSince: failingSince?.toString() ?? null, createdAt: createdAt.toString() };
  return {
    id,
    url,
    description,
    eventTypes: eventTypes as NewWebhook['eventTypes'],
    state,
    disabledReason,
    ...times,
    version: versionOf(updatedAt),
  };
}

export type DeliveryRow = Selectable<DB['webhookDeliveries']> &
  Pick<Selectable<DB['webhookEvents']>, 'type' | 'occurredAt' | 'payload'>;

export function deliveryView(row: DeliveryRow): Static<typeof DeliveryView> {
  const { id, subscriptionId, eventId, type, occurredAt, payload, status, attempts } = row;
  const { lastStatusCode, lastError, responseExcerpt, lastAttemptAt, deliveredAt, createdAt } = row;
  return {
    id,
    webhookId: subscriptionId,
    event: { id: eventId, type, occurredAt: occurredAt.toString(), data: payload as object },
    status,
    attempts,
    lastAttemptAt: lastAttemptAt?.toString() ?? null,
    nextAttemptBy: nextAttemptBy(row)?.toString() ?? null,
    lastStatusCode,
    lastError,
    responseExcerpt,
    deliveredAt: deliveredAt?.toString() ?? null,
    createdAt: createdAt.toString(),
  };
}

function nextAttemptBy({ status, attempts, lastAttemptAt }: DeliveryRow): Temporal.Instant | undefined {
  return status === 'pending' ? lastAttemptAt?.add({ seconds: longestWaitAfter(attempts) }) : undefined;
}
