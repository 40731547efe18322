import Stripe from 'stripe';
import { newId } from './ids.ts';
import type { EventObject, EventRecord, EventType } from './records.ts';
import type { Store } from './store.ts';

/** Stores an event as Stripe would list it: with the object as it is at this moment. */
export function recordEvent<T extends EventType>(
  store: Store,
  created: number,
  type: T,
  object: EventObject<T>,
): EventRecord {
  return store.events.put({
    id: newId('evt'),
    object: 'event',
    api_version: Stripe.API_VERSION,
    created,
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  });
}
