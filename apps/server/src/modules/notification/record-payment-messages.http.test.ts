import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { type Buyer, startTestShop, type TestShop } from '../../../test-support/test-shop.ts';
import { paymentEventsJob } from '../payment/index.ts';
import { recordPaymentMessages } from './record-payment-messages.ts';

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

/** Works off all events of payments so far, twice. */
async function told() {
  const jobs = await queuedJobs(db(), paymentEventsJob);
  for (const payload of [...jobs, ...jobs]) await recordPaymentMessages(shop.api.services, payload);
  const messages = await db()
    .selectFrom('messages')
    .select(['kind', 'cause', 'data', 'status'])
    .where('userId', '=', anna.id)
    .orderBy('id')
    .execute();
  return messages;
}

async function buy(card?: string) {
  const { paymentId, checkoutId } = await shop.checkout(anna);
  await shop.pay(checkoutId, card);
  return { paymentId, checkoutId };
}

async function intentOf(checkoutId: string): Promise<string> {
  const { payment_intent: intent } = await shop.stripe.checkout.sessions.retrieve(checkoutId);
  return String(intent);
}

test('a purchase is told with its ticket', async () => {
  const { paymentId } = await buy();
  await shop.settle();
  const ticket = await db().selectFrom('tickets').select('id').where('paymentId', '=', paymentId).executeTakeFirst();
  expect(await told()).toEqual([
    {
      kind: 'ticket_bought',
      cause: `ticket_bought:${paymentId}`,
      data: { paymentId, ticketId: ticket?.id },
      status: 'queued',
    },
  ]);
});

test('nothing is told of what was not paid', async () => {
  await buy('delayed_failure');
  await shop.settle();
  expect(await told()).toEqual([]);
});

test('each refund is told when it has succeeded, whoever made it', async () => {
  const { paymentId, checkoutId } = await buy();
  await shop.settle();
  const { id } = await shop.make.user({ role: 'admin' });
  const token = shop.api.tokenOf(id, 'admin');
  const body = { amount: 2_500, reason: 'moved away' };
  const ours = await shop.api.call('POST', `/admin/payments/${paymentId}/refund`, { token, body });
  expect(ours.statusCode).toBe(202);
  await shop.settle();
  await shop.stripe.refunds.create({ payment_intent: await intentOf(checkoutId), amount: 1_000 });
  await shop.settle();
  const refunds = await db()
    .selectFrom('refunds')
    .select('id')
    .where('paymentId', '=', paymentId)
    .orderBy('id')
    .execute();
  expect((await told()).map(({ cause }) => cause)).toEqual([
    `ticket_bought:${paymentId}`,
    ...refunds.map((refund) => `payment_refunded:${refund.id}`),
  ]);
  expect(refunds).toHaveLength(2);
});

test('events of Stripe in any order and twice tell everything exactly once', async () => {
  const anyOrder = fc.array(fc.nat(99), { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(anyOrder, async (random) => {
      anna = await shop.buyer();
      const { checkoutId } = await buy();
      await shop.stripe.refunds.create({ payment_intent: await intentOf(checkoutId), amount: 2_500 });
      const events = await shop.newEvents();
      const twice = [...events, ...events].map((event, index) => ({ event, at: random[index % random.length] ?? 0 }));
      for (const { event, at } of twice.sort((a, b) => a.at - b.at)) {
        await shop.deliver(event);
        if (at % 3 === 0) await shop.work();
      }
      await shop.settle();
      expect((await told()).map(({ kind }) => kind)).toEqual(['ticket_bought', 'payment_refunded']);
    }),
    { numRuns: 5 },
  );
});
