import type Stripe from 'stripe';
import type { RefundRow, StripeFacts } from './payment.ts';

/** A refund at Stripe; `refundId` when it was requested here. */
export interface StripeRefund {
  stripeRefundId: string;
  refundId: string | null;
  amountMinor: number;
  /** When Stripe made it, which is when the money left. It tells no later time, also of a refund that a bank took days for. */
  madeAt: Temporal.Instant;
  /** Stripe's code for why it failed. */
  failure: string | null;
  status: Exclude<RefundRow['status'], 'requested'>;
}

/** Everything we want to know from Stripe about one payment. */
export interface StripeSnapshot extends StripeFacts {
  checkoutId: string;
  paymentIntentId: string | null;
  /** When Stripe charged the buyer, to the second; null when no money was taken. */
  paidAt: Temporal.Instant | null;
  receiptUrl: string | null;
  refunds: StripeRefund[];
}

/** Inquiries (`warning_…`, `prevented`) take no money back, so they are not disputes yet. */
const OPEN_DISPUTES = ['needs_response', 'under_review', 'appeal_needs_response', 'appeal_under_review'];

/** Asks Stripe how a checkout stands now. Two to four requests; never call it inside a transaction. */
export async function fetchSnapshot(stripe: Stripe, checkoutId: string): Promise<StripeSnapshot> {
  const session = await stripe.checkout.sessions.retrieve(checkoutId, { expand: ['payment_intent.latest_charge'] });
  const intent = expanded(session.payment_intent);
  const charge = expanded(intent?.latest_charge ?? null);
  const [refunds, disputes] = await Promise.all([
    intent && charge?.paid ? listRefunds(stripe, intent.id) : [],
    intent && charge?.disputed ? listDisputes(stripe, intent.id) : [],
  ]);
  return {
    checkoutId,
    checkout: checkoutOf(session),
    money: moneyOf(session),
    attemptFailed: intent?.status === 'requires_payment_method' || intent?.status === 'canceled',
    amountTotal: session.amount_total ?? 0,
    currency: (session.currency ?? '').toUpperCase(),
    // Summed up from the same list as the refunds themselves, so that both are of one moment.
    amountRefunded: sumOf(refunds.filter(({ status }) => status === 'pending' || status === 'succeeded')),
    refunds,
    ...disputeFacts(disputes),
    paymentIntentId: intent?.id ?? null,
    paidAt: charge?.paid ? instantOf(charge.created) : null,
    receiptUrl: charge?.receipt_url ?? null,
  };
}

/** What a payment is of, once it no longer matters what was agreed on. */
export function amountTaken({ amountTotal: amountMinor, currency }: StripeSnapshot) {
  return { amountMinor, currency };
}

/** All refunds of a payment, whoever made them. */
export async function listRefunds(stripe: Stripe, paymentIntentId: string): Promise<StripeRefund[]> {
  const refunds = await stripe.refunds
    .list({ payment_intent: paymentIntentId, limit: 100 })
    .autoPagingToArray({ limit: 1_000 });
  return refunds.map(({ id, amount, metadata, status, created, failure_reason: failure }) => ({
    stripeRefundId: id,
    refundId: metadata?.refundId ?? null,
    amountMinor: amount,
    madeAt: instantOf(created),
    failure: failure ?? null,
    status: status === 'succeeded' || status === 'failed' || status === 'canceled' ? status : 'pending',
  }));
}

async function listDisputes(stripe: Stripe, paymentIntentId: string): Promise<Stripe.Dispute[]> {
  return (await stripe.disputes.list({ payment_intent: paymentIntentId, limit: 100 })).data;
}

function checkoutOf({ status }: Stripe.Checkout.Session): StripeFacts['checkout'] {
  if (status === 'complete') return 'complete';
  return status === 'expired' ? 'expired' : 'open';
}

function moneyOf({ payment_status: status }: Stripe.Checkout.Session): StripeFacts['money'] {
  if (status === 'paid') return 'paid';
  return status === 'no_payment_required' ? 'free' : 'unpaid';
}

/** Of several disputes one that is open counts most, then one that was lost. */
function disputeFacts(disputes: readonly Stripe.Dispute[]): Pick<StripeFacts, 'dispute' | 'amountLost'> {
  const lost = disputes.filter(({ status }) => status === 'lost');
  const amountLost = lost.reduce((sum, { amount }) => sum + amount, 0);
  if (disputes.some(({ status }) => OPEN_DISPUTES.includes(status))) return { dispute: 'open', amountLost };
  if (lost.length > 0) return { dispute: 'lost', amountLost };
  return { dispute: disputes.some(({ status }) => status === 'won') ? 'won' : 'none', amountLost };
}

function instantOf(epochSeconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(epochSeconds * 1_000);
}

function sumOf(refunds: readonly StripeRefund[]): number {
  return refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

/** An expandable property that was asked to be expanded. */
function expanded<T extends object>(property: string | T | null): T | null {
  if (typeof property === 'string') throw new Error('Stripe did not expand a property');
  return property;
}
