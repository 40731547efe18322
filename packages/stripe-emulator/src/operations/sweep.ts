import type { Context } from '../core/context.ts';
import { expireSession } from './expire-session.ts';
import { settleSession } from './pay-by-bank-debit.ts';

const DAY_SECONDS = 24 * 60 * 60;

/** How long Stripe keeps idempotency keys and events. */
const IDEMPOTENCY_KEY_LIFE_SECONDS = DAY_SECONDS;
const EVENT_LIFE_SECONDS = 30 * DAY_SECONDS;

/** Does what happens by the passing of time alone. Called every second or so. */
export function sweep(context: Context): void {
  const { store, now } = context;
  const time = now();
  for (const session of store.sessions.oldestFirst()) {
    if (session.status === 'open' && session.expires_at <= time) expireSession(context, session.id);
  }
  for (const { id, settlement } of store.checkouts.oldestFirst()) {
    if (settlement && settlement.dueAt <= time) settleSession(context, id, settlement.outcome);
  }
  for (const { id, createdAt } of store.idempotency.oldestFirst()) {
    if (createdAt + IDEMPOTENCY_KEY_LIFE_SECONDS <= time) store.idempotency.delete(id);
  }
  for (const event of store.events.oldestFirst()) {
    if (event.created + EVENT_LIFE_SECONDS <= time) forgetEvent(context, event.id);
  }
}

function forgetEvent({ store }: Context, id: string): void {
  store.events.delete(id);
  for (const delivery of store.deliveries.oldestFirst()) {
    if (delivery.eventId === id) store.deliveries.delete(delivery.id);
  }
}
