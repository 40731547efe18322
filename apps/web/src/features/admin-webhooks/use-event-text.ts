'use client';

import { useTranslations } from 'next-intl';
import type { WebhookDelivery } from '#lib/api/types.ts';
import { type EventType, eventGroups } from './event-types.ts';

const known: readonly string[] = [...eventGroups.flatMap(({ types }) => types), 'webhook.test'];

/** Says in plain words what an event is; one that this page does not know keeps its technical name. */
export function useEventText(): (type: EventType | WebhookDelivery['event']['type']) => string {
  const t = useTranslations('adminWebhooks.events');
  return (type) => (known.includes(type) ? t(type) : type);
}
