import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Buyer, startTestShop, type TestShop } from '../../../test-support/test-shop.ts';

let shop: TestShop;
let anna: Buyer;
beforeAll(async () => {
  shop = await startTestShop();
});
afterAll(() => shop.close());
beforeEach(async () => {
  anna = await shop.buyer();
});
afterEach(() => shop.control('PUT', '/api', {}));

const start = (body: object, headers = {}, { token } = anna) =>
  shop.api.call('POST', '/checkout', { token, body, headers });
const paymentsOf = (userId: string) =>
  shop.api.services.db.selectFrom('payments').selectAll().where('userId', '=', userId).execute();
const sessionsOf = async (paymentId: string) => {
  const sessions = await shop.stripe.checkout.sessions.list({ limit: 100 }).autoPagingToArray({ limit: 1_000 });
  return sessions.filter((session) => session.client_reference_id === paymentId);
};

describe('starting a checkout', () => {
  test('keeps what was offered and asks Stripe for exactly that', async () => {
    const plan = await shop.make.plan({
      name: 'Ten entries',
      priceMinor: 12_000,
      entries: 10,
      description: 'For regulars',
    });
    const response = await start({ planId: plan.id, returnPath: '/sessions/1?from=mail' });
    expect(response.statusCode).toBe(201);
    const { paymentId, checkoutUrl } = response.json();
    const [payment] = await paymentsOf(anna.id);
    expect(payment).toMatchObject({
      id: paymentId,
      status: 'pending',
      amountMinor: 12_000,
      currency: 'EUR',
      checkoutUrl,
      planSnapshot: { name: 'Ten entries', entries: 10, validityDays: 90, starts: 'purchase', classTypeIds: null },
    });
    const [session] = await sessionsOf(paymentId);
    expect(session).toMatchObject({
      id: payment?.stripeCheckoutId,
      url: checkoutUrl,
      amount_total: 12_000,
      currency: 'eur',
      metadata: { paymentId },
      success_url: `http://localhost:3000/checkout/${paymentId}`,
      cancel_url: 'http://localhost:3000/tickets?next=%2Fsessions%2F1%3Ffrom%3Dmail',
    });
    expect(session?.customer_email).toContain('@example.org');
  });

  test('is one purchase per idempotency key, also at once', async () => {
    const plan = await shop.make.plan();
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => start({ planId: plan.id }, headers)));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(await paymentsOf(anna.id)).toHaveLength(1);
    expect(await sessionsOf(answers[0]?.json().paymentId)).toHaveLength(1);
  });

  test('is a new purchase without one', async () => {
    const plan = await shop.make.plan();
    const [first, second] = [await start({ planId: plan.id }), await start({ planId: plan.id })];
    expect(first.json().paymentId).not.toBe(second.json().paymentId);
  });

  test.each([
    ['an unknown plan', async () => randomUUID(), 404, 'not_found'],
    [
      'an archived plan',
      async () => (await shop.make.plan({ archivedAt: Temporal.Now.instant() })).id,
      409,
      'plan_not_for_sale',
    ],
  ])('refuses %s', async (_, planId, status, code) => {
    expect((await start({ planId: await planId() })).json()).toMatchObject({ status, code });
    expect(await paymentsOf(anna.id)).toEqual([]);
  });

  test('refuses a blocked member', async () => {
    const { id } = await shop.make.user({ blockedAt: Temporal.Now.instant(), blockedReason: 'x' });
    const plan = await shop.make.plan();
    const response = await start({ planId: plan.id }, {}, { id, token: shop.api.tokenOf(id) });
    expect(response.json()).toMatchObject({ code: 'account_blocked' });
  });

  test.each(['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', 'sessions', ''])(
    'refuses to lead to %j afterwards',
    async (returnPath) => {
      const plan = await shop.make.plan();
      expect((await start({ planId: plan.id, returnPath })).json()).toMatchObject({ code: 'validation_failed' });
    },
  );

  test('needs a token', async () => {
    const body = { planId: randomUUID() };
    expect((await shop.api.call('POST', '/checkout', { body })).json()).toMatchObject({ code: 'unauthenticated' });
  });
});

describe('when Stripe is in trouble', () => {
  const headers = () => ({ 'idempotency-key': randomUUID() });
  const onlyCreate = { method: 'POST', path: '/v1/checkout/sessions' };

  test('a passing error is not noticed', async () => {
    await shop.control('PUT', '/api', { failNext: 1, ...onlyCreate });
    const plan = await shop.make.plan();
    const response = await start({ planId: plan.id });
    expect(response.statusCode).toBe(201);
    expect(await sessionsOf(response.json().paymentId)).toHaveLength(1);
  });

  test('an answer that never comes is asked for again, and nothing is doubled', async () => {
    await shop.control('PUT', '/api', { hangNext: 1, ...onlyCreate });
    const plan = await shop.make.plan();
    const response = await start({ planId: plan.id });
    expect(response.statusCode).toBe(201);
    expect(await sessionsOf(response.json().paymentId)).toHaveLength(1);
  });

  test('a longer trouble is said, and the same request goes on where it stopped', async () => {
    await shop.control('PUT', '/api', { failNext: 10, ...onlyCreate });
    const [plan, key] = [await shop.make.plan(), headers()];
    const refused = await start({ planId: plan.id }, key);
    expect(refused.json()).toMatchObject({ status: 502, code: 'payment_provider_unavailable' });
    const [pending] = await paymentsOf(anna.id);
    expect(pending).toMatchObject({ status: 'pending', stripeCheckoutId: null });
    await shop.control('PUT', '/api', {});
    const response = await start({ planId: plan.id }, key);
    expect(response.json()).toMatchObject({ paymentId: pending?.id });
    expect(await sessionsOf(pending?.id ?? '')).toHaveLength(1);
  });

  test('a crash after the call finds the checkout that was opened', async () => {
    const [plan, key] = [await shop.make.plan(), headers()];
    const first = (await start({ planId: plan.id }, key)).json();
    await shop.api.services.db
      .updateTable('payments')
      .set({ stripeCheckoutId: null, checkoutUrl: null })
      .where('id', '=', first.paymentId)
      .execute();
    expect((await start({ planId: plan.id }, key)).json()).toEqual(first);
    expect(await sessionsOf(first.paymentId)).toHaveLength(1);
  });

  test('what Stripe refuses for good has failed', async () => {
    const plan = await shop.make.plan({ priceMinor: 1 });
    expect((await start({ planId: plan.id })).json()).toMatchObject({ code: 'payment_provider_unavailable' });
    expect(await paymentsOf(anna.id)).toMatchObject([{ status: 'failed' }]);
  });
});

describe('my payments', () => {
  test('say where to pay, what was bought and where I was going', async () => {
    const plan = await shop.make.plan({ name: 'Ten entries' });
    const { paymentId, checkoutUrl } = (await start({ planId: plan.id, returnPath: '/today' })).json();
    const mine = await shop.api.call('GET', `/payments/${paymentId}`, { token: anna.token });
    expect(mine.json()).toMatchObject({
      id: paymentId,
      status: 'pending',
      plan: { id: plan.id, name: 'Ten entries' },
      amount: 7_500,
      refundedAmount: 0,
      currency: 'EUR',
      ticketId: null,
      checkoutUrl,
      returnPath: '/today',
    });
  });

  test('say which ticket was granted', async () => {
    const { paymentId, checkoutId } = await shop.checkout(anna);
    await shop.pay(checkoutId);
    await shop.settle();
    const mine = (await shop.api.call('GET', `/payments/${paymentId}`, { token: anna.token })).json();
    expect(mine).toMatchObject({ status: 'paid', checkoutUrl: null });
    expect(mine.receiptUrl).toContain('/receipts/');
    const ticket = await shop.api.call('GET', `/tickets/${mine.ticketId}`, { token: anna.token });
    expect(ticket.json()).toMatchObject({ paymentId, state: 'active', entriesLeft: 5 });
  });

  test('come page by page, newest first, and only mine', async () => {
    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.push((await shop.checkout(anna)).paymentId);
    await shop.checkout(await shop.buyer());
    const get = (query: string) => shop.api.call('GET', `/payments?limit=2${query}`, { token: anna.token });
    const first = (await get('')).json();
    const second = (await get(`&cursor=${first.nextCursor}`)).json();
    expect([...first.items, ...second.items].map((item: { id: string }) => item.id)).toEqual(ids.reverse());
    expect(second.nextCursor).toBeNull();
  });

  test('are hidden from others', async () => {
    const { paymentId } = await shop.checkout(anna);
    const ben = await shop.buyer();
    const response = await shop.api.call('GET', `/payments/${paymentId}`, { token: ben.token });
    expect(response.json()).toMatchObject({ code: 'not_found' });
  });
});
