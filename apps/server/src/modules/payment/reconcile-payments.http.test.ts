import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Buyer, startTestShop, type TestShop } from '../../../test-support/test-shop.ts';
import { reconcilePayments } from './reconcile-payments.ts';

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
afterEach(async () => {
  await shop.control('PUT', '/api', {});
  shop.setClockAhead(0);
  // The next test starts with an empty desk.
  await db()
    .updateTable('payments')
    .set({ status: 'failed' })
    .where('status', 'in', ['pending', 'processing'])
    .execute();
});

const db = () => shop.api.services.db;
const paymentRow = (id: string) =>
  db().selectFrom('payments').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const ticketsOf = (userId: string) => db().selectFrom('tickets').select('id').where('userId', '=', userId).execute();
/** Runs the job as it would run that much later. */
const reconcile = (minutesLater: number) =>
  reconcilePayments(shop.api.services, { now: Temporal.Now.instant().add({ minutes: minutesLater }) });
/** Events that are created and never delivered. */
const loseEvents = async () => {
  for (const event of await shop.newEvents()) await shop.deliver(event, { secret: 'whsec_lost' });
};

describe('events that were lost', () => {
  test('of a purchase: the ticket comes all the same, once', async () => {
    const { paymentId, checkoutId } = await shop.checkout(anna);
    await shop.pay(checkoutId);
    await loseEvents();
    await reconcile(6);
    await reconcile(6);
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'paid' });
    expect(await ticketsOf(anna.id)).toHaveLength(1);
  });

  test('of a delayed payment and of an abandoned one', async () => {
    const [delayed, abandoned] = [await shop.checkout(anna), await shop.checkout(anna)];
    await shop.pay(delayed.checkoutId, 'delayed_success');
    await loseEvents();
    await reconcile(6);
    expect(await paymentRow(delayed.paymentId)).toMatchObject({ status: 'processing' });
    expect(await paymentRow(abandoned.paymentId)).toMatchObject({ status: 'pending' });
    await shop.control('POST', `/checkout/sessions/${delayed.checkoutId}/settle`, { outcome: 'succeed' });
    await shop.control('POST', `/checkout/sessions/${abandoned.checkoutId}/expire`);
    await loseEvents();
    await reconcile(6);
    expect(await paymentRow(delayed.paymentId)).toMatchObject({ status: 'paid' });
    expect(await paymentRow(abandoned.paymentId)).toMatchObject({ status: 'expired' });
    expect(await ticketsOf(anna.id)).toHaveLength(1);
  });

  test('a young payment is left to its events', async () => {
    const { paymentId, checkoutId } = await shop.checkout(anna);
    await shop.pay(checkoutId);
    await reconcile(4);
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'pending' });
  });

  test('those that were stored and never worked off are queued again', async () => {
    const { checkoutId } = await shop.checkout(anna);
    await shop.pay(checkoutId);
    for (const event of await shop.newEvents()) await shop.deliver(event);
    await loseJobs();
    await reconcile(1);
    expect(await shop.work()).toBe(0);
    await reconcile(3);
    expect(await shop.work()).toBe(1);
    expect(await ticketsOf(anna.id)).toHaveLength(1);
  });

  test('a refund that was promised and not sent is sent', async () => {
    const { paymentId, checkoutId } = await shop.checkout(anna);
    await shop.pay(checkoutId);
    await shop.settle();
    const { id } = await shop.make.user({ role: 'admin' });
    const token = shop.api.tokenOf(id, 'admin');
    await shop.api.call('POST', `/admin/payments/${paymentId}/refund`, { token, body: { reason: 'x' } });
    await loseJobs();
    await reconcile(3);
    await shop.settle();
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'refunded' });
  });

  /** A worker that took the jobs and was never heard of again. */
  async function loseJobs() {
    await sql`delete from pgboss.job where name like 'payment-%'`.execute(db());
  }
});

describe('a payment whose call to Stripe was cut off', () => {
  const withoutCheckout = async () => {
    const { paymentId, checkoutId } = await shop.checkout(anna);
    await db()
      .updateTable('payments')
      .set({ stripeCheckoutId: null, checkoutUrl: null })
      .where('id', '=', paymentId)
      .execute();
    return { paymentId, checkoutId };
  };

  test('gets the checkout that was opened for it', async () => {
    const { paymentId, checkoutId } = await withoutCheckout();
    await reconcile(6);
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'pending', stripeCheckoutId: checkoutId });
  });

  test('learns from the event what became of that checkout', async () => {
    const { paymentId, checkoutId } = await withoutCheckout();
    await shop.control('POST', `/checkout/sessions/${checkoutId}/expire`);
    await shop.settle();
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'expired', stripeCheckoutId: checkoutId });
  });

  test('fails when Stripe never heard of it and would not open one any more', async () => {
    const { paymentId } = await neverOpened();
    shop.setClockAhead(45);
    await reconcile(45);
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'failed' });
  });

  test('waits while Stripe has trouble, and is given up after a day', async () => {
    const { paymentId } = await neverOpened();
    await shop.control('PUT', '/api', { failNext: 1_000 });
    await reconcile(60);
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'pending' });
    await reconcile(24 * 60);
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'failed' });
  });

  async function neverOpened() {
    await shop.control('PUT', '/api', { failNext: 2, method: 'POST', path: '/v1/checkout/sessions' });
    const plan = await shop.make.plan();
    await shop.api.call('POST', '/checkout', { token: anna.token, body: { planId: plan.id } });
    await shop.control('PUT', '/api', {});
    const payment = await db()
      .selectFrom('payments')
      .select('id')
      .where('userId', '=', anna.id)
      .executeTakeFirstOrThrow();
    return { paymentId: payment.id };
  }
});

test('one payment that Stripe does not know keeps no other from being healed, and is given up after a day', async () => {
  const lost = await shop.checkout(anna);
  const bought = await shop.checkout(anna);
  await shop.pay(bought.checkoutId);
  await db()
    .updateTable('payments')
    .set({ stripeCheckoutId: 'cs_test_gone' })
    .where('id', '=', lost.paymentId)
    .execute();
  await reconcile(6);
  expect(await paymentRow(bought.paymentId)).toMatchObject({ status: 'paid' });
  expect(await paymentRow(lost.paymentId)).toMatchObject({ status: 'pending' });
  await reconcile(24 * 60);
  expect(await paymentRow(lost.paymentId)).toMatchObject({ status: 'failed' });
});

test('more than a page of payments are all looked at', async () => {
  const { id } = await shop.make.plan();
  const bought = await Promise.all(
    Array.from({ length: 60 }, async () => {
      const response = await shop.api.call('POST', '/checkout', { token: anna.token, body: { planId: id } });
      return response.json().paymentId as string;
    }),
  );
  const sessions = await shop.stripe.checkout.sessions.list({ limit: 100 }).autoPagingToArray({ limit: 1_000 });
  const mine = sessions.filter(({ client_reference_id: paymentId }) => bought.includes(paymentId ?? ''));
  await Promise.all(mine.map((session) => shop.pay(session.id)));
  await loseEvents();
  await reconcile(6);
  expect(await ticketsOf(anna.id)).toHaveLength(60);
});

test('an end of the worker is not delayed', async () => {
  await shop.checkout(anna);
  const now = Temporal.Now.instant().add({ minutes: 6 });
  await expect(reconcilePayments(shop.api.services, { now, signal: AbortSignal.abort() })).rejects.toThrow('abort');
});
