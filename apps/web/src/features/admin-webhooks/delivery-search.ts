import type { Tone } from '#components/ui/badge.tsx';
import type { WebhookDelivery } from '#lib/api/types.ts';
import type { RawSearch } from '#lib/navigation/search.ts';
import { searchHref } from '#lib/navigation/search.ts';

type Status = WebhookDelivery['status'];

export const deliveryStatuses = ['pending', 'delivered', 'failed'] as const satisfies Status[];

/** How good it is, what became of a delivery. */
export const deliveryTone: Record<Status, Tone> = { pending: 'wait', delivered: 'good', failed: 'trouble' };

/** What the deliveries are narrowed down to, as it stands in the address. */
export interface DeliverySearch {
  status?: Status;
}

/** Reads the query of an address; what makes no sense is left out. */
export function readDeliverySearch(params: RawSearch): DeliverySearch {
  const status = deliveryStatuses.find((known) => known === params.status);
  return status ? { status } : {};
}

export const deliveriesHref = (webhookId: string, { status }: DeliverySearch): string =>
  searchHref(`/admin/webhooks/${webhookId}`, { status });
