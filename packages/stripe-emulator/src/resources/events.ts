import { Type } from 'typebox';
import type { Api } from '../api/api.ts';
import { isCreatedWithin, listPage } from '../api/list.ts';
import { invalidRequest, notFound } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import type { DeliveryRecord, EventRecord } from '../core/records.ts';
import { IdInPath, listQuery, parameters, Text } from './parameters.ts';

const EventFilters = listQuery({
  type: Type.Optional(Text),
  types: Type.Optional(Type.Array(Text, { maxItems: 20 })),
  delivery_success: Type.Optional(Type.Boolean()),
});

export function eventRoutes(api: Api, context: Context): void {
  const { store } = context;

  api.get('/events', { schema: { querystring: EventFilters } }, ({ query }) => {
    if (query.type !== undefined && query.types) {
      throw invalidRequest('You may only specify one of these parameters: type, types.', { param: 'type' });
    }
    const deliveries = deliveriesByEvent(context);
    const events = store.events
      .newestFirst()
      .map((event) => withPendingWebhooks(event, deliveries.get(event.id)))
      .filter((event) => query.type === undefined || matchesType(event.type, query.type))
      .filter((event) => !query.types || query.types.includes(event.type))
      .filter((event) => (query.delivery_success ?? event.pending_webhooks === 0) === (event.pending_webhooks === 0))
      .filter((event) => isCreatedWithin(event.created, query.created));
    return listPage(events, query, '/v1/events');
  });

  api.get('/events/:id', { schema: { params: IdInPath, querystring: parameters({}) } }, ({ params }) => {
    const event = store.events.get(params.id);
    if (!event) throw notFound('event', params.id);
    const deliveries = store.deliveries.oldestFirst().filter((delivery) => delivery.eventId === event.id);
    return withPendingWebhooks(event, deliveries);
  });
}

/** The deliveries of each event, oldest first. */
export function deliveriesByEvent({ store }: Context): Map<string, DeliveryRecord[]> {
  return Map.groupBy(store.deliveries.oldestFirst(), (delivery) => delivery.eventId);
}

export function withPendingWebhooks(event: EventRecord, deliveries: DeliveryRecord[] = []): EventRecord {
  const unfinished = deliveries.filter((delivery) => delivery.state !== 'delivered');
  return { ...event, pending_webhooks: unfinished.length };
}

/** `charge.*` stands for a group of types. */
function matchesType(type: string, filter: string): boolean {
  return filter.endsWith('*') ? type.startsWith(filter.slice(0, -1)) : type === filter;
}
