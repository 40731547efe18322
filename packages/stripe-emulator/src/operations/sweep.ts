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
  forgetEvents(context, time - EVENT_LIFE_SECONDS);
}

function forgetEvents({ store }: Context, createdUntil: number): void {
  const old = store.events.oldestFirst().filter((event) => event.created <= createdUntil);
  if (old.length === 0) return;
  for (const { id } of old) store.events.delete(id);
  for (const { id, eventId } of store.deliveries.oldestFirst()) {
    if (!store.events.get(eventId)) store.deliveries.delete(id);
  }
}
