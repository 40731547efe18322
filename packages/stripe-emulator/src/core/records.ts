import type Stripe from 'stripe';

/*
 * What the emulator keeps. The shapes are the SDK's own, narrowed where the SDK allows an object or its id: here it is
 * always the id, and `expand[]` puts the object in while answering.
 */

export type CustomerRecord = Stripe.Customer | Stripe.DeletedCustomer;

/** The SDK turns the decimal string of the wire into an object; records hold what is on the wire. */
export type PriceRecord = Omit<Stripe.Price, 'product' | 'unit_amount' | 'unit_amount_decimal'> & {
  product: string;
  unit_amount: number;
  unit_amount_decimal: string;
};

export type LineItemRecord = Omit<Stripe.LineItem, 'price' | 'quantity'> & { price: PriceRecord; quantity: number };

export type PaymentMethodRecord = Stripe.PaymentMethod & { customer: string | null };

export type PaymentIntentRecord = Stripe.PaymentIntent & {
  customer: string | null;
  latest_charge: string | null;
  payment_method: string | null;
};

export type ChargeRecord = Stripe.Charge & { customer: string | null; payment_intent: string };

export type RefundRecord = Stripe.Refund & { charge: string; payment_intent: string };

export type DisputeRecord = Stripe.Dispute & { charge: string; payment_intent: string };

export type SessionRecord = Stripe.Checkout.Session & {
  amount_total: number;
  currency: string;
  customer: string | null;
  metadata: Stripe.Metadata;
  payment_intent: string | null;
  success_url: string;
};

export interface PaymentIntentData {
  description?: string;
  metadata?: Stripe.Metadata;
  receipt_email?: string;
  statement_descriptor?: string;
  statement_descriptor_suffix?: string;
}

export type SettlementOutcome = 'succeed' | 'fail';

/** What belongs to a Checkout Session but is not part of Stripe's object. The id is the session's. */
export interface CheckoutRecord {
  id: string;
  lineItems: LineItemRecord[];
  paymentIntentData: PaymentIntentData;
  /** The number of the test card that waits for the bank's challenge page. */
  challengedCard: string | null;
  /** A delayed payment under way; `dueAt` in Unix seconds. */
  settlement: { outcome: SettlementOutcome; dueAt: number } | null;
}

/** A stored answer, as Stripe replays it. The id is the idempotency key; `createdAt` in Unix seconds. */
export interface IdempotencyRecord {
  id: string;
  fingerprint: string;
  requestId: string;
  status: number;
  body: string;
  createdAt: number;
}

export type EventType = Extract<
  Stripe.Event['type'],
  | `charge.${'succeeded' | 'pending' | 'failed' | 'refunded'}`
  | `charge.dispute.${'created' | 'funds_withdrawn' | 'funds_reinstated' | 'closed'}`
  | `checkout.session.${'completed' | 'expired' | 'async_payment_succeeded' | 'async_payment_failed'}`
  | `customer.${'created' | 'updated' | 'deleted'}`
  | `payment_intent.${'created' | 'requires_action' | 'processing' | 'succeeded' | 'payment_failed' | 'canceled'}`
  | `refund.${'created' | 'updated' | 'failed'}`
>;

/** The object that an event of type `T` carries. */
export type EventObject<T extends EventType> = Extract<Stripe.Event, { type: T }>['data']['object'];

export type EventRecord = Omit<Stripe.EventBase, 'type' | 'data'> & {
  type: EventType;
  data: { object: EventObject<EventType> };
};

export interface DeliveryAttempt {
  /** ISO 8601. */
  at: string;
  /** HTTP status of the answer; null when there was none. */
  status: number | null;
  error: string | null;
  durationMs: number;
}

export interface DeliveryRecord {
  id: string;
  eventId: string;
  state: 'pending' | 'delivered' | 'dropped' | 'abandoned';
  /** Milliseconds since the epoch. */
  createdAt: number;
  dueAt: number;
  attemptCount: number;
  /** The latest attempts only; an unreachable platform would fill the disk otherwise. */
  attempts: DeliveryAttempt[];
}
