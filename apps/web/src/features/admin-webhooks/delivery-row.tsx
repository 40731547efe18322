'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';
import { Td } from '#components/ui/table.tsx';
import type { WebhookDelivery } from '#lib/api/types.ts';
import { deliveryTone } from './delivery-search.ts';
import { useEventText } from './use-event-text.ts';

/** One delivery in the log. */
export function DeliveryRow({ delivery, onOpen }: { delivery: WebhookDelivery; onOpen: () => void }) {
  const t = useTranslations('adminWebhooks');
  const format = useFormatter();
  const eventText = useEventText();
  const { event, status, attempts, createdAt, lastStatusCode, lastError } = delivery;
  const at = new Date(createdAt);
  const answer = lastError ?? (lastStatusCode === null ? '' : `HTTP ${lastStatusCode}`);
  return (
    <tr>
      <Td className="w-px whitespace-nowrap">
        <span className="block font-semibold">{format.dateTime(at, 'time')}</span>
        <span className="block text-muted text-sm">{format.dateTime(at, 'shortDay')}</span>
      </Td>
      <Td className="w-full max-w-0 md:w-2/5">
        <button
          type="button"
          aria-haspopup="dialog"
          className="text-left font-semibold underline-offset-4 hover:underline"
          onClick={onOpen}
        >
          {eventText(event.type)}
        </button>
        <span className="block truncate text-muted text-sm">{event.type}</span>
        <span className="block truncate text-sm md:hidden">{answer}</span>
      </Td>
      <Td>
        <Badge tone={deliveryTone[status]}>{t(`statuses.${status}`)}</Badge>
      </Td>
      <Td wide numeric>
        {format.number(attempts)}
      </Td>
      <Td wide className="max-w-0 md:w-2/5">
        <span className="block truncate text-sm">{answer}</span>
      </Td>
    </tr>
  );
}
