import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Buyer, startTestShop, type TestShop } from '../../../test-support/test-shop.ts';
import { sendRefund } from './send-refund.ts';

let shop: TestShop;
let admin: Buyer;
let anna: Buyer;
beforeAll(async () => {
  shop = await startTestShop();
  const { id } = await shop.make.user({ role: 'admin' });
  admin = { id, token: shop.api.tokenOf(id, 'admin') };
});
afterAll(() => shop.close());
beforeEach(async () => {
  anna = await shop.buyer();
});
afterEach(() => shop.control('PUT', '/api', {}));

const db = () => shop.api.services.db;
const get = async (path: string) => (await shop.api.call('GET', `/admin${path}`, { token: admin.token })).json();
const refund = (paymentId: string) =>
  shop.api.call('POST', `/admin/payments/${paymentId}/refund`, { token: admin.token, body: { reason: 'moved away' } });
const refundsAtStripe = async (paymentId: string) => {
  const { stripePaymentIntentId } = await get(`/payments/${paymentId}`);
  return (await shop.stripe.refunds.list({ payment_intent: stripePaymentIntentId })).data;
};

async function buy(): Promise<string> {
  const { paymentId, checkoutId } = await shop.checkout(anna);
  await shop.pay(checkoutId);
  await shop.settle();
  return paymentId;
}

describe('a quarantined payment', () => {
  /** The member was to pay 75.00 and paid 1.00 less, as when a price was changed at Stripe by hand. */
  async function quarantined(): Promise<string> {
    const { paymentId, checkoutId } = await shop.checkout(anna);
    await db().updateTable('payments').set({ amountMinor: 7_600 }).where('id', '=', paymentId).execute();
    await shop.pay(checkoutId);
    await shop.settle();
    return paymentId;
  }
  const resolve = (paymentId: string, decision: string) =>
    shop.api.call('POST', `/admin/payments/${paymentId}/resolve`, {
      token: admin.token,
      body: { decision, reason: 'close enough' },
    });
  const auditOf = (paymentId: string) =>
    db().selectFrom('auditLog').selectAll().where('entityId', '=', paymentId).execute();

  test('is accepted for what was paid, and its ticket granted once', async () => {
    const paymentId = await quarantined();
    const [one, other] = await Promise.all([resolve(paymentId, 'accept'), resolve(paymentId, 'accept')]);
    const codes = [one, other].map((answer) => answer.json().code ?? answer.json().status).sort();
    expect(codes).toEqual(['paid', 'payment_not_quarantined']);
    await shop.settle();
    const payment = await get(`/payments/${paymentId}`);
    expect(payment).toMatchObject({ status: 'paid', amount: 7_500, ticketId: expect.any(String) });
    expect(payment.transitions.at(-1)).toMatchObject({ from: 'quarantined', to: 'paid', cause: 'accepted' });
    expect(await auditOf(paymentId)).toMatchObject([
      {
        action: 'payment.accept',
        actorId: admin.id,
        reason: 'close enough',
        before: { amountMinor: 7_600 },
        after: { amountMinor: 7_500 },
      },
    ]);
    expect((await refund(paymentId)).json()).toMatchObject({ amount: 7_500 });
  });

  test('is given back, once', async () => {
    const paymentId = await quarantined();
    const asked = (await resolve(paymentId, 'refund')).json();
    expect(asked).toMatchObject({
      status: 'quarantined',
      amount: 7_600,
      received: { amount: 7_500, currency: 'EUR' },
      refunds: [{ amount: 7_500, status: 'requested' }],
    });
    expect((await resolve(paymentId, 'refund')).json()).toMatchObject({ code: 'payment_not_refundable' });
    expect(await auditOf(paymentId)).toMatchObject([
      {
        action: 'payment.refund',
        reason: 'close enough',
        before: null,
        after: { refundId: asked.refunds[0].id, amountMinor: 7_500, currency: 'EUR' },
      },
    ]);
    await shop.settle();
    const payment = await get(`/payments/${paymentId}`);
    expect(payment).toMatchObject({ status: 'refunded', amount: 7_500, refundedAmount: 7_500, ticketId: null });
    expect(await refundsAtStripe(paymentId)).toMatchObject([{ amount: 7_500, status: 'succeeded' }]);
    expect((await resolve(paymentId, 'accept')).json()).toMatchObject({ code: 'payment_not_quarantined' });
  });

  test('of which a refund failed still says what was agreed on, and can be decided about again', async () => {
    const paymentId = await quarantined();
    await shop.control('PUT', '/api', { failNext: 10, method: 'POST', path: '/v1/refunds' });
    const { refunds } = (await resolve(paymentId, 'refund')).json();
    await sendRefund(shop.api.services, refunds[0].id, Temporal.Now.instant().add({ hours: 24 }));
    await shop.control('PUT', '/api', {});
    await shop.settle();
    expect(await get(`/payments/${paymentId}`)).toMatchObject({
      status: 'quarantined',
      amount: 7_600,
      refunds: [{ status: 'failed' }],
    });
    expect((await resolve(paymentId, 'accept')).json()).toMatchObject({ status: 'paid', amount: 7_500 });
  });

  test('is of what Stripe took when it went back by another way, also of another amount and currency', async () => {
    const { paymentId, checkoutId } = await shop.checkout(anna);
    const offered = { amountMinor: 100, currency: 'USD' };
    await db().updateTable('payments').set(offered).where('id', '=', paymentId).execute();
    await shop.pay(checkoutId);
    const { payment_intent: intent } = await shop.stripe.checkout.sessions.retrieve(checkoutId);
    await shop.stripe.refunds.create({ payment_intent: String(intent), amount: 2_500 });
    await shop.settle();
    expect(await get(`/payments/${paymentId}`)).toMatchObject({ status: 'quarantined', amount: 100, currency: 'USD' });
    await shop.stripe.refunds.create({ payment_intent: String(intent) });
    await shop.settle();
    const back = { status: 'refunded', amount: 7_500, refundedAmount: 7_500, currency: 'EUR' };
    expect(await get(`/payments/${paymentId}`)).toMatchObject(back);
  });

  test('stays as it is while Stripe is away', async () => {
    const paymentId = await quarantined();
    await shop.control('PUT', '/api', { failNext: 10 });
    expect((await resolve(paymentId, 'accept')).json()).toMatchObject({ code: 'payment_provider_unavailable' });
    await shop.control('PUT', '/api', {});
    expect(await get(`/payments/${paymentId}`)).toMatchObject({ status: 'quarantined', amount: 7_600 });
    expect(await auditOf(paymentId)).toEqual([]);
  });

  test('is the only kind that can be decided about', async () => {
    expect((await resolve(await buy(), 'accept')).json()).toMatchObject({ code: 'payment_not_quarantined' });
    expect((await resolve(randomUUID(), 'accept')).statusCode).toBe(404);
  });
});
