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
      { id: response.json().id, status: 'succeeded', requestedByName: expect.any(String), failure: null },
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
    expect(after).toMatchObject({
      status: 'paid',
      refundedAmount: 0,
      refunds: [{ status: 'failed', failure: 'declined' }],
    });
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
    const failure = expect.stringContaining('charged back');
    expect(await get(`/payments/${paymentId}`)).toMatchObject({
      status: 'paid',
      refunds: [{ status: 'failed', failure }],
    });
    await shop.control('POST', `/disputes/${dispute.body.id}/close`, { outcome: 'won' });
    await shop.settle();
    await refund(paymentId, {});
    await shop.settle();
    expect(await get(`/payments/${paymentId}`)).toMatchObject({ status: 'refunded' });
  });
});

test('a refund that Stripe did not answer for too long says so', async () => {
  const paymentId = await buy();
  const { id } = (await refund(paymentId, {})).json();
  await sendRefund(shop.api.services, id, Temporal.Now.instant().add({ hours: 24 }));
  await shop.work();
  expect(await get(`/payments/${paymentId}`)).toMatchObject({ refunds: [{ status: 'failed', failure: 'no_answer' }] });
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

  test('is in the order in which payments were started, also when one was written down later', async () => {
    const made = [await shop.checkout(anna), await shop.checkout(anna), await shop.checkout(anna)];
    const [first, second, third] = made.map(({ paymentId }) => paymentId);
    const createdAt = Temporal.Instant.from('2024-05-01T10:00:00Z');
    const backdated = { createdAt, updatedAt: createdAt };
    for (const id of [second, third]) {
      await db()
        .updateTable('payments')
        .set(backdated)
        .where('id', '=', id ?? '')
        .execute();
    }
    const listed: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await get(`/payments?userId=${anna.id}&limit=1${cursor && `&cursor=${cursor}`}`);
      listed.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor;
    }
    expect(listed).toEqual([first, third, second]);
    const may = await get(`/payments?userId=${anna.id}&from=2024-05-01T10:00:00Z&to=2024-05-01T10:00:01Z`);
    expect(may.items.map(({ id }: { id: string }) => id)).toEqual([third, second]);
  });

  test('is searched without the erased', async () => {
    const { paymentId } = await shop.checkout(anna);
    await db().updateTable('users').set({ name: 'Quetzalcoatl' }).where('id', '=', anna.id).execute();
    const found = async () => (await get('/payments?q=zalco')).items.map(({ id }: { id: string }) => id);
    expect(await found()).toEqual([paymentId]);
    await db().updateTable('users').set({ deletedAt: Temporal.Now.instant() }).where('id', '=', anna.id).execute();
    expect(await found()).toEqual([]);
  });

  test('is a file on request, of a time', async () => {
    const paymentId = await buy();
    const { createdAt } = await get(`/payments/${paymentId}`);
    const from = encodeURIComponent(createdAt);
    const fileOf = async (query: string) =>
      (await shop.api.call('GET', `/admin/payments?format=csv&userId=${anna.id}${query}`, { token: admin.token })).body;
    const [head, line] = (await fileOf(`&from=${from}`)).split('\r\n');
    expect(head).toBe('id,created_at,paid_at,member,email,plan,status,amount_minor,refunded_minor,currency');
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

test('an event that was not applied yet stands in the history all the same', async () => {
  const { paymentId, checkoutId } = await shop.checkout(anna);
  await shop.pay(checkoutId);
  for (const event of await shop.newEvents()) await shop.deliver(event);
  const eventsOf = async () => (await get(`/payments/${paymentId}`)).events;
  expect(await eventsOf()).toMatchObject([{ type: 'checkout.session.completed', processedAt: null }]);
  await shop.work();
  expect(await eventsOf()).toMatchObject([{ processedAt: expect.any(String) }]);
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
