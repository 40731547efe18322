import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable, OneOf } from '#platform/http/schemas.ts';
import { paymentStatuses, type RefundRow, refundableMinor } from './payment.ts';
import type { PaymentDetail, PaymentListRow } from './payment-read-model.ts';
import { planSnapshotOf } from './plan-snapshot.ts';

const Money = (description: string) => Type.Integer({ description: `${description}, in minor units` });
const Text = Nullable(Type.String());

export const PaymentView = Type.Object({
  id: Id,
  status: OneOf(paymentStatuses),
  plan: Type.Object({ id: Id, name: Type.String() }),
  amount: Money('What was to be paid'),
  refundedAmount: Money('What went back'),
  currency: Type.String({ description: 'ISO 4217' }),
  ticketId: Nullable(Type.String({ format: 'uuid', description: 'The ticket that was granted' })),
  checkoutUrl: Nullable(Type.String({ description: 'Where to pay, while that is possible' })),
  receiptUrl: Text,
  returnPath: Nullable(Type.String({ description: 'Where the member was going, as given to the checkout' })),
  createdAt: Instant,
  paidAt: Nullable(Instant),
});

export const AdminPaymentView = Type.Object({
  ...PaymentView.properties,
  user: Type.Object({ id: Id, name: Type.String(), email: Type.String() }),
  quarantineReason: Text,
  received: Nullable(
    Type.Object(
      { amount: Money('What Stripe took'), currency: Type.String({ description: 'ISO 4217' }) },
      { description: 'Of a payment that was quarantined, as it was not what was agreed on' },
    ),
  ),
});

export const RefundView = Type.Object({
  id: Id,
  paymentId: Id,
  amount: Money('What goes back'),
  reason: Type.String(),
  status: OneOf(['requested', 'pending', 'succeeded', 'failed', 'canceled']),
  requestedBy: Nullable(Type.String({ format: 'uuid', description: "null: in Stripe's dashboard" })),
  createdAt: Instant,
});

const RefundDetailView = Type.Object({
  ...RefundView.properties,
  requestedByName: Text,
  failure: Nullable(
    Type.String({
      description:
        "Why it failed: `never_paid`, `no_answer`, a `failure_reason` of Stripe's, or the sentence with which Stripe refused",
    }),
  ),
  updatedAt: { ...Instant, description: 'When it came to its status' },
});

const TransitionView = Type.Object({
  at: Instant,
  from: OneOf(paymentStatuses),
  to: OneOf(paymentStatuses),
  cause: Type.String(),
  eventId: Text,
});

const EventView = Type.Object({
  id: Type.String(),
  type: Type.String(),
  receivedAt: Instant,
  processedAt: Nullable(Instant),
});

export const PaymentDetailView = Type.Object({
  ...AdminPaymentView.properties,
  stripeCheckoutId: Text,
  stripePaymentIntentId: Text,
  stripeUrl: Nullable(Type.String({ description: "The payment in Stripe's dashboard; null with the emulator" })),
  refundable: Money('What can still go back; promised refunds count as given'),
  refunds: Type.Array(RefundDetailView),
  transitions: Type.Array(TransitionView, { description: 'How it came to its status, oldest first' }),
  events: Type.Array(EventView, {
    description: "Stripe's events that concern it, oldest first; `processedAt` is null until one is applied",
  }),
});

/** A payment as its member sees it. */
export function paymentView(payment: PaymentListRow): Static<typeof PaymentView> {
  const { id, status, planId, amountMinor, refundedMinor, currency, ticketId, receiptUrl, returnPath } = payment;
  return {
    id,
    status,
    plan: { id: planId, name: planSnapshotOf(payment).name },
    amount: amountMinor,
    refundedAmount: refundedMinor,
    currency,
    ticketId,
    checkoutUrl: status === 'pending' ? payment.checkoutUrl : null,
    receiptUrl,
    returnPath,
    createdAt: payment.createdAt.toString(),
    paidAt: payment.paidAt?.toString() ?? null,
  };
}

/** A payment as the admin sees it in a list. */
export function adminPaymentView(payment: PaymentListRow): Static<typeof AdminPaymentView> {
  const { userId: id, userName: name, userEmail: email, quarantineReason, receivedMinor, receivedCurrency } = payment;
  const received =
    receivedMinor !== null && receivedCurrency !== null ? { amount: receivedMinor, currency: receivedCurrency } : null;
  return { ...paymentView(payment), user: { id, name, email }, quarantineReason, received };
}

export function refundView(refund: RefundRow): Static<typeof RefundView> {
  const { id, paymentId, amountMinor: amount, reason, status, requestedBy, createdAt } = refund;
  return { id, paymentId, amount, reason, status, requestedBy, createdAt: createdAt.toString() };
}

/** A payment with everything that happened to it; the key tells Stripe's test mode from its live one. */
export function paymentDetailView(
  payment: PaymentDetail,
  stripeSecretKey: string | null,
): Static<typeof PaymentDetailView> {
  const { stripeCheckoutId, stripePaymentIntentId, refunds, transitions, events } = payment;
  return {
    ...adminPaymentView(payment),
    stripeCheckoutId,
    stripePaymentIntentId,
    stripeUrl: stripeUrl(stripePaymentIntentId, stripeSecretKey),
    refundable: refundableMinor(payment, sumOfPromised(refunds)),
    refunds: refunds.map((refund) => ({
      ...refundView(refund),
      requestedByName: refund.requestedByName,
      failure: refund.failure,
      updatedAt: refund.updatedAt.toString(),
    })),
    transitions: transitions.map(({ at, fromStatus: from, toStatus: to, cause, stripeEventId: eventId }) => ({
      at: at.toString(),
      from,
      to,
      cause,
      eventId,
    })),
    events: events.map(({ id, type, receivedAt, processedAt }) => ({
      id,
      type,
      receivedAt: receivedAt.toString(),
      processedAt: processedAt?.toString() ?? null,
    })),
  };
}

function sumOfPromised(refunds: readonly RefundRow[]): number {
  return refunds.filter(({ status }) => status === 'requested').reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

function stripeUrl(paymentIntentId: string | null, key: string | null): string | null {
  if (!paymentIntentId || !key) return null;
  return `https://dashboard.stripe.com/${key.includes('_test_') ? 'test/' : ''}payments/${paymentIntentId}`;
}
