import type Stripe from 'stripe';
import { type Static, Type } from 'typebox';
import Schema from 'typebox/value';
import { Id, Nullable } from '#platform/http/schemas.ts';

/** The events that may change a payment. Others are stored as processed and have no effect. */
const HANDLED = new Set<string>([
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  // `charge.refund.updated` covers only some payment methods, `refund.*` all of them.
  'charge.refunded',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
] satisfies Stripe.Event.Type[]);

/** Where an event leads. Nothing else of it is believed or kept. */
export const EventPointer = Type.Object({
  /** Ours, from the metadata that we gave to Stripe. */
  paymentId: Nullable(Id),
  paymentIntentId: Nullable(Type.String()),
  /** Set when the event is about a Checkout Session. */
  checkoutId: Nullable(Type.String()),
});
export type EventPointer = Static<typeof EventPointer>;

/** What the objects of the handled events have in common. */
interface EventObject {
  id?: string;
  object?: string;
  metadata?: Record<string, string> | null;
  payment_intent?: string | { id: string } | null;
}

export function isHandled(event: Stripe.Event): boolean {
  return HANDLED.has(event.type);
}

/** The id of what the event is about; a few objects, such as the balance, have none. */
export function objectIdOf(event: Stripe.Event): string {
  return (event.data.object as EventObject).id ?? event.id;
}

export function pointerOf(event: Stripe.Event): EventPointer {
  const { id, object, metadata, payment_intent: intent } = event.data.object as EventObject;
  const paymentId = metadata?.paymentId ?? null;
  return {
    // Another program on the same Stripe account may use this key for ids of its own.
    paymentId: Schema.Check(Id, paymentId) ? paymentId : null,
    paymentIntentId: typeof intent === 'string' ? intent : (intent?.id ?? null),
    checkoutId: object === 'checkout.session' ? (id ?? null) : null,
  };
}
