import { Type } from 'typebox';
import type { Api } from '../api/api.ts';
import { listPage } from '../api/list.ts';
import { notFound } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import { deliveriesByEvent, withPendingWebhooks } from '../resources/events.ts';
import { IdInPath, Text } from '../resources/parameters.ts';
import type { ControlDependencies } from './control-dependencies.ts';

const EventFilters = Type.Object(
  {
    type: Type.Optional(Text),
    limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
    cursor: Type.Optional(Text),
  },
  { additionalProperties: false },
);

/** Every event with its delivery attempts, newest first, and sending one again. */
export function eventControls(api: Api, context: Context, { dispatcher }: ControlDependencies): void {
  const { store } = context;

  api.get('/events', { schema: { querystring: EventFilters } }, ({ query: { type, limit, cursor } }) => {
    const deliveries = deliveriesByEvent(context);
    const events = store.events.newestFirst().filter((event) => event.type === (type ?? event.type));
    const page = listPage(events, { limit, starting_after: cursor }, '');
    const items = page.data.map((event) => ({
      ...withPendingWebhooks(event, deliveries.get(event.id)),
      deliveries: deliveries.get(event.id) ?? [],
    }));
    return { items, nextCursor: page.has_more ? (items.at(-1)?.id ?? null) : null };
  });

  api.post('/events/:id/resend', { schema: { params: IdInPath } }, ({ params }) => {
    const event = store.events.get(params.id);
    if (!event) throw notFound('event', params.id);
    return dispatcher.resend(event);
  });
}
