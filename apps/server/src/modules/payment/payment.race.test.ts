import type Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Buyer, startTestShop, type TestShop } from '../../../test-support/test-shop.ts';
import { applyEvent } from './apply-event.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { reconcilePayments } from './reconcile-payments.ts';
import { sendRefund } from './send-refund.ts';
import { syncPayment } from './sync-payment.ts';

let shop: TestShop;
let anna: Buyer;
beforeAll(async () => {
  shop = await startTestShop();
});
afterAll(() => shop.close());
beforeEach(async () => {
  await shop.settle();
  anna = await shop.buyer();
});

const db = () => shop.api.services.db;
const paymentRow = (id: string) =>
  db().selectFrom('payments').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const times = <T>(count: number, work: () => Promise<T>) => Promise.all(Array.from({ length: count }, work));

/** Tickets, their ledger, and how often the payment became paid. */
async function outcome(paymentId: string) {
  const tickets = await db().selectFrom('tickets').select(['id', 'state']).where('paymentId', '=', paymentId).execute();
  const ids = tickets.map(({ id }) => id);
  const ledger = await db().selectFrom('ticketLedger').select('entries').where('ticketId', 'in', ids).execute();
  const history = await db()
    .selectFrom('paymentTransitions')
    .select('toStatus')
    .where('paymentId', '=', paymentId)
    .execute();
  return {
    states: tickets.map(({ state }) => state),
    entries: ledger.map(({ entries }) => entries),
    history: history.map(({ toStatus }) => toStatus),
  };
}

const granted = { states: ['active'], entries: [5], history: ['paid'] };

async function paidCheckout() {
  const { paymentId, checkoutId } = await shop.checkout(anna);
  await shop.pay(checkoutId);
  const completed = (await shop.newEvents()).find(({ type }) => type === 'checkout.session.completed');
  if (!completed) throw new Error('there is no completed event');
  return { paymentId, completed };
}

describe('one payment, many workers', () => {
  test('the same event, applied ten times at once, grants one ticket', async () => {
    const { paymentId, completed } = await paidCheckout();
    await shop.deliver(completed);
    await times(10, () => applyEvent(shop.api.services, completed.id));
    expect(await outcome(paymentId)).toEqual(granted);
  });

  test('the same event, delivered ten times at once, is stored once', async () => {
    const { paymentId, completed } = await paidCheckout();
    expect(new Set(await times(10, () => shop.deliver(completed)))).toEqual(new Set([200]));
    expect(await shop.work()).toBe(1);
    expect(await outcome(paymentId)).toEqual(granted);
  });

  test('its event and the reconciliation at once grant one ticket', async () => {
    const { paymentId, completed } = await paidCheckout();
    await shop.deliver(completed);
    const now = Temporal.Now.instant().add({ minutes: 6 });
    await Promise.all([
      ...Array.from({ length: 4 }, () => applyEvent(shop.api.services, completed.id)),
      ...Array.from({ length: 4 }, () => reconcilePayments(shop.api.services, { now })),
    ]);
    expect(await outcome(paymentId)).toEqual(granted);
  });

  test('different events at once end where the last of them leads', async () => {
    const { paymentId, completed } = await paidCheckout();
    const { payment_intent: intent } = await shop.stripe.checkout.sessions.retrieve(
      String((completed.data.object as { id: string }).id),
    );
    await shop.stripe.refunds.create({ payment_intent: String(intent) });
    const events = await shop.newEvents();
    for (const event of events) await shop.deliver(event);
    await Promise.all(events.map(({ id }) => applyEvent(shop.api.services, id)));
    expect(await outcome(paymentId)).toEqual({ states: ['revoked'], entries: [5, -5], history: ['paid', 'refunded'] });
  });
});

test('an answer of Stripe that was overtaken by a newer one is not applied', async () => {
  const { paymentId, completed } = await paidCheckout();
  await shop.deliver(completed);
  await shop.settle();
  const [asked, overtaken] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slowServices = holdingAnswers(() => {
    asked.resolve();
    return overtaken.promise;
  });
  const slow = syncPayment(slowServices, paymentId, { eventId: null, checkoutId: null });
  await asked.promise;
  const { stripePaymentIntentId: intent } = await paymentRow(paymentId);
  await shop.stripe.refunds.create({ payment_intent: intent ?? '' });
  await shop.settle();
  overtaken.resolve();
  await slow;
  expect(await paymentRow(paymentId)).toMatchObject({ status: 'refunded', refundedMinor: 7_500 });
  expect((await outcome(paymentId)).history).toEqual(['paid', 'refunded']);
});

/** The services on a network that holds back what Stripe answers about refunds until `until` resolves. */
function holdingAnswers(until: () => Promise<void>): PaymentDeps {
  const { stripe } = shop;
  const list = (params: Stripe.RefundListParams) => ({
    autoPagingToArray: async (options: { limit: number }) => {
      const answer = await stripe.refunds.list(params).autoPagingToArray(options);
      await until();
      return answer;
    },
  });
  const create = (...args: Parameters<typeof stripe.refunds.create>) => stripe.refunds.create(...args);
  return { ...shop.api.services, stripe: Object.create(stripe, { refunds: { value: { list, create } } }) };
}

describe('refunds at once', () => {
  async function paid() {
    const { paymentId, completed } = await paidCheckout();
    await shop.deliver(completed);
    await shop.settle();
    return paymentId;
  }
  const admin = async () => shop.api.tokenOf((await shop.make.user({ role: 'admin' })).id, 'admin');

  test('never exceed what was paid', async () => {
    const [paymentId, token] = [await paid(), await admin()];
    const body = { amount: 2_500, reason: 'race' };
    const answers = await times(8, () => shop.api.call('POST', `/admin/payments/${paymentId}/refund`, { token, body }));
    const statuses = answers.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([202, 202, 202, 409, 409, 409, 409, 409]);
    await shop.settle();
    const payment = await paymentRow(paymentId);
    expect(payment).toMatchObject({ status: 'refunded', refundedMinor: 7_500 });
  });

  test('one promise, sent by many workers that all see nothing at Stripe yet, refunds once', async () => {
    const [paymentId, token] = [await paid(), await admin()];
    const body = { amount: 2_500, reason: 'race' };
    const { id } = (await shop.api.call('POST', `/admin/payments/${paymentId}/refund`, { token, body })).json();
    const { promise: allAsked, resolve } = Promise.withResolvers<void>();
    let asked = 0;
    const services = holdingAnswers(() => {
      asked += 1;
      if (asked === 6) resolve();
      return allAsked;
    });
    await times(6, () => sendRefund(services, id));
    const payment = await paymentRow(paymentId);
    expect(payment).toMatchObject({ status: 'partially_refunded', refundedMinor: 2_500 });
    const { data } = await shop.stripe.refunds.list({ payment_intent: payment.stripePaymentIntentId ?? '' });
    expect(data).toHaveLength(1);
  });
});
