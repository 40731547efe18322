import type Stripe from 'stripe';
import { Collection } from './collection.ts';
import type {
  ChargeRecord,
  CheckoutRecord,
  CustomerRecord,
  DeliveryRecord,
  DisputeRecord,
  EventRecord,
  IdempotencyRecord,
  PaymentIntentRecord,
  PaymentMethodRecord,
  PriceRecord,
  RefundRecord,
  SessionRecord,
} from './records.ts';

interface Tables {
  charges: ChargeRecord;
  checkouts: CheckoutRecord;
  customers: CustomerRecord;
  deliveries: DeliveryRecord;
  disputes: DisputeRecord;
  events: EventRecord;
  idempotency: IdempotencyRecord;
  paymentIntents: PaymentIntentRecord;
  paymentMethods: PaymentMethodRecord;
  prices: PriceRecord;
  products: Stripe.Product;
  refunds: RefundRecord;
  sessions: SessionRecord;
}

/** The whole state as it is written to disk. */
export type Snapshot = { [Name in keyof Tables]?: Tables[Name][] };

/** The whole state; `JSON.stringify` of it is a {@link Snapshot}. */
export type Store = { readonly [Name in keyof Tables]: Collection<Tables[Name]> };

/** Opens the state from a snapshot (empty for a fresh one) and calls `changed` after every change. */
export function createStore(snapshot: Snapshot, changed: () => void): Store {
  const open = <T extends { id: string }>(items: T[] = []) => new Collection(items, changed);
  return {
    charges: open(snapshot.charges),
    checkouts: open(snapshot.checkouts),
    customers: open(snapshot.customers),
    deliveries: open(snapshot.deliveries),
    disputes: open(snapshot.disputes),
    events: open(snapshot.events),
    idempotency: open(snapshot.idempotency),
    paymentIntents: open(snapshot.paymentIntents),
    paymentMethods: open(snapshot.paymentMethods),
    prices: open(snapshot.prices),
    products: open(snapshot.products),
    refunds: open(snapshot.refunds),
    sessions: open(snapshot.sessions),
  };
}
