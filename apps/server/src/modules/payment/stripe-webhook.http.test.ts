import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Buyer, sendWebhook, startTestShop, type TestShop } from '../../../test-support/test-shop.ts';

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

const secret = () => shop.api.services.config.stripeWebhookSecret;
const sign = (payload: string, timestamp?: number) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret: secret(), ...(timestamp && { timestamp }) });
const storedEvent = (id: string) =>
  shop.api.services.db.selectFrom('stripeEvents').selectAll().where('id', '=', id).executeTakeFirst();
const ticketsOf = (userId: string) =>
  shop.api.services.db.selectFrom('tickets').selectAll().where('userId', '=', userId).execute();
const statusOf = async (paymentId: string) =>
  (await shop.api.services.db.selectFrom('payments').select('status').where('id', '=', paymentId).executeTakeFirst())
    ?.status;

async function paidCheckout() {
  const { paymentId, checkoutId } = await shop.checkout(anna);
  await shop.pay(checkoutId);
  const events = await shop.newEvents();
  const completed = events.find(({ type }) => type === 'checkout.session.completed');
  if (!completed) throw new Error('there is no completed event');
  return { paymentId, checkoutId, events, completed };
}

/** An event that Stripe never sent. */
const forged = (fields: object = {}) => ({ id: 'evt_forged', object: 'event', type: 'invoice.paid', ...fields });

describe('an event that is believed', () => {
  test('is stored with its job and nothing personal, then answered', async () => {
    const { paymentId, checkoutId, completed } = await paidCheckout();
    expect(await shop.deliver(completed)).toBe(200);
    expect(await storedEvent(completed.id)).toMatchObject({
      type: 'checkout.session.completed',
      objectId: checkoutId,
      payload: { paymentId, checkoutId, paymentIntentId: expect.stringMatching(/^pi_/) },
      paymentId,
      processedAt: null,
    });
    expect(await ticketsOf(anna.id)).toEqual([]);
    expect(await shop.work()).toBe(1);
    expect(await ticketsOf(anna.id)).toHaveLength(1);
    expect(await storedEvent(completed.id)).toMatchObject({ paymentId, processedAt: expect.anything() });
  });

  test('names its payment at once, by whatever it knows of it, and by nothing when that is unknown here', async () => {
    const { paymentId, checkoutId, completed } = await paidCheckout();
    const { payment_intent: intent } = await shop.stripe.checkout.sessions.retrieve(checkoutId);
    const refund = await shop.stripe.refunds.create({ payment_intent: String(intent), amount: 100 });
    const refunded = (await shop.newEvents()).find(({ type }) => type === 'refund.created');
    if (!refunded) throw new Error('there is no refund event');
    // Of the refund nothing is known but its payment intent, which only the other event tells of.
    await shop.deliver(refunded);
    expect(await storedEvent(refunded.id)).toMatchObject({ objectId: refund.id, paymentId: null });
    await shop.deliver(completed);
    await shop.work();
    const again = { ...refunded, id: `${refunded.id}_again` };
    await shop.deliver(again);
    expect(await storedEvent(again.id)).toMatchObject({ paymentId, processedAt: null });
    expect(await storedEvent(refunded.id)).toMatchObject({ paymentId, processedAt: expect.anything() });
    await shop.work();
  });

  test('changes nothing the second time, before and after the work', async () => {
    const { paymentId, completed } = await paidCheckout();
    expect([await shop.deliver(completed), await shop.deliver(completed)]).toEqual([200, 200]);
    expect(await shop.work()).toBe(1);
    expect(await shop.deliver(completed)).toBe(200);
    expect(await shop.work()).toBe(0);
    expect(await ticketsOf(anna.id)).toHaveLength(1);
    expect(await statusOf(paymentId)).toBe('paid');
  });

  test('of a type that says nothing about payments is done at once', async () => {
    const { events } = await paidCheckout();
    const created = events.find(({ type }) => type === 'payment_intent.created');
    if (!created) throw new Error('there is no created event');
    expect(await shop.deliver(created)).toBe(200);
    expect(await storedEvent(created.id)).toMatchObject({ processedAt: expect.anything() });
    expect(await shop.work()).toBe(0);
  });

  test('of an object without an id or of another program has no effect', async () => {
    const foreign = { object: 'checkout.session', id: 'cs_foreign', metadata: { paymentId: 'order-17' } };
    for (const [id, type, object] of [
      ['evt_balance', 'balance.available', { object: 'balance' }],
      ['evt_foreign', 'checkout.session.completed', foreign],
    ] as const) {
      const payload = JSON.stringify(forged({ id, type, data: { object } }));
      expect(await sendWebhook(shop.api, payload, sign(payload))).toBe(200);
    }
    await shop.work();
    expect(await storedEvent('evt_foreign')).toMatchObject({ paymentId: null, processedAt: expect.anything() });
  });

  test("of another program's refund has no effect", async () => {
    const session = await shop.stripe.checkout.sessions.create({
      mode: 'payment',
      line_items: [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 100, product_data: { name: 'Tea' } } }],
      success_url: 'http://shop.example',
    });
    await shop.pay(session.id);
    const { payment_intent: intent } = await shop.stripe.checkout.sessions.retrieve(session.id);
    await shop.stripe.refunds.create({ payment_intent: String(intent) });
    await shop.settle();
    const open = await shop.api.services.db
      .selectFrom('stripeEvents')
      .select('id')
      .where('processedAt', 'is', null)
      .execute();
    expect(open).toEqual([]);
  });

  test('may be larger than other requests', async () => {
    const payload = JSON.stringify(
      forged({ id: 'evt_large', data: { object: { id: 'in_1', text: 'x'.repeat(200_000) } } }),
    );
    expect(await sendWebhook(shop.api, payload, sign(payload))).toBe(200);
  });
});

describe('what is refused, and leaves nothing behind', () => {
  const now = () => Math.floor(Date.now() / 1_000);
  test.each<[string, (payload: string) => string]>([
    [
      'signed with another secret',
      (payload) => Stripe.webhooks.generateTestHeaderString({ payload, secret: 'whsec_other' }),
    ],
    ['signed for another body', () => sign('{}')],
    ['replayed after more than 300 s', (payload) => sign(payload, now() - 310)],
    ['without a signature', () => ''],
    ['with nonsense for one', () => 't=1,v1=zz'],
  ])('%s', async (_, signature) => {
    const payload = JSON.stringify(forged());
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature(payload) };
    const url = '/api/v1/stripe/webhook';
    const response = await shop.api.app.inject({ method: 'POST', url, headers, payload });
    expect(response.json()).toMatchObject({ status: 400, code: 'invalid_signature' });
    expect(await storedEvent('evt_forged')).toBeUndefined();
  });

  test('a body that was changed on its way, though it means the same', async () => {
    const { completed } = await paidCheckout();
    const payload = JSON.stringify(completed);
    expect(await sendWebhook(shop.api, JSON.stringify(completed, null, 2), sign(payload))).toBe(400);
  });

  test('no body at all', async () => {
    const response = await shop.api.app.inject({ method: 'POST', url: '/api/v1/stripe/webhook' });
    expect(response.json()).toMatchObject({ code: 'invalid_signature' });
  });

  test('more than 512 kB', async () => {
    const payload = JSON.stringify(forged({ text: 'x'.repeat(600_000) }));
    expect(await sendWebhook(shop.api, payload, sign(payload))).toBe(413);
  });
});

test('a signature of almost 300 s ago is taken', async () => {
  const payload = JSON.stringify(forged({ id: 'evt_late', data: { object: { id: 'in_2' } } }));
  expect(await sendWebhook(shop.api, payload, sign(payload, Math.floor(Date.now() / 1_000) - 290))).toBe(200);
});
