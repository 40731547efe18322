import type { Webhook } from '#lib/api/types.ts';

/** What the form of a webhook holds. */
export type WebhookValues = Pick<Webhook, 'url' | 'description' | 'eventTypes'>;

export const newWebhookValues: WebhookValues = { url: '', description: '', eventTypes: [] };

/** A webhook as the form shows it. */
export function webhookValues({ url, description, eventTypes }: Webhook): WebhookValues {
  return { url, description, eventTypes };
}

/** The webhook that the form describes. */
export function webhookTerms({ url, description, eventTypes }: WebhookValues): WebhookValues {
  return { url: url.trim(), description: description.trim(), eventTypes };
}

/** What the API has to change to get from a webhook to the values of the form; empty when nothing. */
export function webhookPatch(webhook: Webhook, values: WebhookValues): Partial<WebhookValues> {
  const { url, description, eventTypes } = webhookTerms(values);
  return {
    ...(url !== webhook.url && { url }),
    ...(description !== webhook.description && { description }),
    ...(asSet(eventTypes) !== asSet(webhook.eventTypes) && { eventTypes }),
  };
}

/** The order of events says nothing. */
const asSet = (types: readonly string[]): string => types.toSorted().join();
