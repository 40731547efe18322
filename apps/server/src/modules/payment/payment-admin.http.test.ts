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
const refund = (paymentId: string, body: object, headers = {}) =>
  shop.api.call('POST', `/admin/payments/${paymentId}/refund`, {
    token: admin.token,
    body: { reason: 'moved away', ...body },
    headers,
  });
const refundsAtStripe = async (paymentId: string) => {
  const { stripePaymentIntentId } = await get(`/payments/${paymentId}`);
  return (await shop.stripe.refunds.list({ payment_intent: stripePaymentIntentId })).data;
};

async function buy(card?: string): Promise<string> {
  const { paymentId, checkoutId } = await shop.checkout(anna);
  await shop.pay(checkoutId, card);
  if (card) await shop.control('POST', `/checkout/sessions/${checkoutId}/settle`, { outcome: 'succeed' });
  await shop.settle();
  return paymentId;
}

describe('a refund', () => {
  test('in part is promised, made, and told', async () => {
    const paymentId = await buy();
    const response = await refund(paymentId, { amount: 2_500 });
    expect(response.statusCode).toBe(202);
    expect(response.json()).toMatchObject({ paymentId, amount: 2_500, status: 'requested', requestedBy: admin.id });
    await shop.settle();
    const payment = await get(`/payments/${paymentId}`);
    expect(payment).toMatchObject({ status: 'partially_refunded', refundedAmount: 2_500, refundable: 5_000 });
    expect(payment.refunds).toMatchObject([
      { id: response.json().id, status: 'succeeded', requestedByName: expect.any(String) },
    ]);
    const ticket = await db()
      .selectFrom('tickets')
      .select('state')
      .where('paymentId', '=', paymentId)
      .executeTakeFirst();
    expect(ticket).toEqual({ state: 'active' });
    const audit = await db().selectFrom('auditLog').selectAll().where('entityId', '=', paymentId).execute();
    expect(audit).toMatchObject([
      { action: 'payment.refund', actorId: admin.id, reason: 'moved away', after: { amountMinor: 2_500 } },
    ]);
  });

  test('of all takes the ticket and its coming bookings away', async () => {
    const paymentId = await buy();
    const session = await shop.make.session();
    const booked = await shop.api.call('POST', '/bookings', { token: anna.token, body: { sessionId: session.id } });
    expect((await refund(paymentId, {})).json()).toMatchObject({ amount: 7_500 });
    await shop.settle();
    expect(await get(`/payments/${paymentId}`)).toMatchObject({ status: 'refunded', refundedAmount: 7_500 });
    const booking = await shop.api.call('GET', `/bookings/${booked.json().id}`, { token: anna.token });
    expect(booking.json()).toMatchObject({ state: 'canceled' });
  });

  test('in two parts is a full one', async () => {
    const paymentId = await buy();
    await refund(paymentId, { amount: 2_500 });
    await refund(paymentId, { amount: 5_000 });
    await shop.settle();
    expect(await get(`/payments/${paymentId}`)).toMatchObject({ status: 'refunded', refundedAmount: 7_500 });
  });

  test('to a bank account is on its way first; when it fails, the payment is paid again', async () => {
    const paymentId = await buy('delayed_success');
    await refund(paymentId, { amount: 2_500 });
    await shop.settle();
    const payment = await get(`/payments/${paymentId}`);
    expect(payment).toMatchObject({ status: 'partially_refunded', refunds: [{ status: 'pending' }] });
    const [atStripe] = await refundsAtStripe(paymentId);
    await shop.control('POST', `/refunds/${atStripe?.id}/settle`, { outcome: 'fail' });
    await shop.settle();
    const after = await get(`/payments/${paymentId}`);
    expect(after).toMatchObject({ status: 'paid', refundedAmount: 0, refunds: [{ status: 'failed' }] });
    expect((await refund(paymentId, {})).json()).toMatchObject({ amount: 7_500 });
  });

  test('made in the dashboard of Stripe appears too', async () => {
    const paymentId = await buy();
    const { stripePaymentIntentId } = await get(`/payments/${paymentId}`);
    await shop.stripe.refunds.create({ payment_intent: stripePaymentIntentId, amount: 1_000 });
    await shop.settle();
    const payment = await get(`/payments/${paymentId}`);
    expect(payment).toMatchObject({ status: 'partially_refunded', refundedAmount: 1_000 });
    expect(payment.refunds).toMatchObject([{ amount: 1_000, status: 'succeeded', requestedBy: null }]);
  });

  test('is one per idempotency key', async () => {
    const paymentId = await buy();
    const headers = { 'idempotency-key': randomUUID() };
    const answers = [
      await refund(paymentId, { amount: 100 }, headers),
      await refund(paymentId, { amount: 100 }, headers),
    ];
    expect(answers[1]?.json()).toEqual(answers[0]?.json());
    await shop.settle();
    expect(await refundsAtStripe(paymentId)).toHaveLength(1);
  });

  test.each([
    ['more than was paid', { amount: 7_501 }, 409, 'payment_not_refundable'],
    ['nothing', { amount: 0 }, 400, 'validation_failed'],
    ['without a reason', { reason: '' }, 400, 'validation_failed'],
  ])('refuses %s', async (_, body, status, code) => {
    const paymentId = await buy();
    expect((await refund(paymentId, body)).json()).toMatchObject({ status, code });
    expect((await get(`/payments/${paymentId}`)).refunds).toEqual([]);
  });

  test('counts what was promised and not made yet', async () => {
    const paymentId = await buy();
    await refund(paymentId, { amount: 7_000 });
    expect(await get(`/payments/${paymentId}`)).toMatchObject({ status: 'paid', refundable: 500 });
    const second = await refund(paymentId, { amount: 501 });
    expect(second.json()).toMatchObject({ code: 'payment_not_refundable', refundable: 500 });
  });

  test('refuses what was never paid, and what is unknown', async () => {
    const { paymentId } = await shop.checkout(anna);
    expect((await refund(paymentId, {})).json()).toMatchObject({ code: 'payment_not_refundable', refundable: 0 });
    expect((await refund(randomUUID(), {})).json()).toMatchObject({ code: 'not_found' });
  });
});

describe('a refund when things go wrong', () => {
  const onlyRefunds = { method: 'POST', path: '/v1/refunds' };

  test('an error of Stripe is tried again, and refunds once', async () => {
    const paymentId = await buy();
    await shop.control('PUT', '/api', { failNext: 10, ...onlyRefunds });
    const { id } = (await refund(paymentId, {})).json();
    await expect(shop.work()).rejects.toThrow('500');
    await shop.control('PUT', '/api', {});
    await sendRefund(shop.api.services, id);
    await sendRefund(shop.api.services, id);
    expect(await refundsAtStripe(paymentId)).toHaveLength(1);
    expect(await get(`/payments/${paymentId}`)).toMatchObject({ status: 'refunded' });
  });

  test('a crash right after Stripe made it is found by its metadata', async () => {
    const paymentId = await buy();
    const { id } = (await refund(paymentId, { amount: 100 })).json();
    const { stripePaymentIntentId } = await get(`/payments/${paymentId}`);
    await shop.stripe.refunds.create({
      payment_intent: stripePaymentIntentId,
      amount: 100,
      metadata: { refundId: id },
    });
    await shop.work();
    expect(await refundsAtStripe(paymentId)).toHaveLength(1);
    expect(await get(`/payments/${paymentId}`)).toMatchObject({ refunds: [{ id, status: 'succeeded' }] });
  });

  test('a refusal of Stripe is a failed refund, and can be requested again', async () => {
    const paymentId = await buy();
    const { stripePaymentIntentId } = await get(`/payments/${paymentId}`);
    const dispute = await shop.control('POST', '/disputes', { paymentIntent: stripePaymentIntentId });
    await refund(paymentId, {});
    await shop.work();
    expect(await get(`/payments/${paymentId}`)).toMatchObject({ status: 'paid', refunds: [{ status: 'failed' }] });
    await shop.control('POST', `/disputes/${dispute.body.id}/close`, { outcome: 'won' });
    await shop.settle();
    await refund(paymentId, {});
    await shop.settle();
    expect(await get(`/payments/${paymentId}`)).toMatchObject({ status: 'refunded' });
  });
});

describe('the list', () => {
  test('is filtered by status and member, page by page', async () => {
    const paid = [await buy(), await buy()];
    const { paymentId: pending } = await shop.checkout(anna);
    const of = (query: string) => get(`/payments?userId=${anna.id}${query}`);
    const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
    expect(ids(await of(''))).toEqual([pending, ...paid.toReversed()]);
    expect(ids(await of('&status=pending'))).toEqual([pending]);
    const first = await of('&status=paid&limit=1');
    const second = await of(`&status=paid&limit=1&cursor=${first.nextCursor}`);
    expect([...ids(first), ...ids(second)]).toEqual(paid.toReversed());
    expect(first.items[0]).toMatchObject({ user: { id: anna.id, name: 'Anna' }, plan: { name: 'Five entries' } });
    expect(ids(await get(`/users/${anna.id}/payments`))).toHaveLength(3);
    const { email } = first.items[0].user;
    expect(ids(await get(`/payments?q=${encodeURIComponent(email)}`))).toHaveLength(3);
    expect(ids(await get('/payments?q=nobody-by-that-name'))).toEqual([]);
  });

  test('is a file on request, of a time', async () => {
    const paymentId = await buy();
    const { createdAt } = await get(`/payments/${paymentId}`);
    const from = encodeURIComponent(createdAt);
    const fileOf = async (query: string) =>
      (await shop.api.call('GET', `/admin/payments?format=csv&userId=${anna.id}${query}`, { token: admin.token })).body;
    const [head, line] = (await fileOf(`&from=${from}`)).split('\r\n');
    expect(head).toBe('id,createdAt,paidAt,member,email,plan,status,amountMinor,refundedMinor,currency');
    expect(line).toMatch(new RegExp(`^${paymentId},.*,Five entries,paid,7500,0,EUR$`));
    expect(await fileOf(`&to=${from}`)).toBe(`${head}\r\n`);
  });

  test('leads to what needs a person', async () => {
    const { paymentId, checkoutId } = await shop.checkout(anna);
    await db().updateTable('payments').set({ amountMinor: 1 }).where('id', '=', paymentId).execute();
    await shop.pay(checkoutId);
    await shop.settle();
    const { items } = await get('/payments?status=quarantined');
    const received = { amount: 7_500, currency: 'EUR' };
    expect(items).toMatchObject([{ id: paymentId, amount: 1, quarantineReason: 'amount_mismatch', received }]);
  });

  test('refuses an unknown status', async () => {
    expect(await get('/payments?status=lost')).toMatchObject({ code: 'validation_failed' });
  });
});

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
    expect((await refund(paymentId, {})).json()).toMatchObject({ amount: 7_500 });
  });

  test('is given back, once', async () => {
    const paymentId = await quarantined();
    expect((await resolve(paymentId, 'refund')).json()).toMatchObject({ status: 'quarantined' });
    expect((await resolve(paymentId, 'refund')).json()).toMatchObject({ code: 'payment_not_refundable' });
    await shop.settle();
    const payment = await get(`/payments/${paymentId}`);
    expect(payment).toMatchObject({ status: 'refunded', refundedAmount: 7_500, ticketId: null });
    expect(await refundsAtStripe(paymentId)).toMatchObject([{ amount: 7_500, status: 'succeeded' }]);
    expect((await resolve(paymentId, 'accept')).json()).toMatchObject({ code: 'payment_not_quarantined' });
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

test('one payment, with everything that happened to it', async () => {
  const paymentId = await buy();
  const payment = await get(`/payments/${paymentId}`);
  expect(payment).toMatchObject({ id: paymentId, user: { id: anna.id }, refunds: [] });
  expect(payment.transitions).toMatchObject([{ from: 'pending', to: 'paid', cause: 'paid' }]);
  expect(payment.events).toMatchObject([{ id: payment.transitions[0].eventId, type: 'checkout.session.completed' }]);
  expect(await get(`/payments/${randomUUID()}`)).toMatchObject({ code: 'not_found' });
});

test.each([
  ['GET', '/admin/payments'],
  ['GET', `/admin/payments/${randomUUID()}`],
  ['GET', `/admin/users/${randomUUID()}/payments`],
  ['POST', `/admin/payments/${randomUUID()}/refund`],
  ['POST', `/admin/payments/${randomUUID()}/resolve`],
] as const)('%s %s is for admins', async (method, path) => {
  const staff = shop.api.tokenOf((await shop.make.user({ role: 'staff' })).id, 'staff');
  const body = method === 'GET' ? {} : { body: { reason: 'x' } };
  expect((await shop.api.call(method, path, { token: staff, ...body })).json()).toMatchObject({ code: 'forbidden' });
  expect((await shop.api.call(method, path, body)).json()).toMatchObject({ code: 'unauthenticated' });
});
