import { expect, it } from 'vitest';
import { openCheckout, payCheckout } from '../testing/checkout.ts';
import { startEmulator } from '../testing/start-emulator.ts';

it('finds a payment by each of its parts', async () => {
  const running = await startEmulator();
  const { stripe } = running;
  await payCheckout(running);
  const { session, intent, charge } = await payCheckout(running);
  const open = await openCheckout(running);

  const found = {
    sessions: (await stripe.checkout.sessions.list({ payment_intent: intent.id })).data.map(({ id }) => id),
    open: (await stripe.checkout.sessions.list({ status: 'open' })).data.map(({ id }) => id),
    charges: (await stripe.charges.list({ payment_intent: intent.id })).data.map(({ id }) => id),
    intents: (await stripe.paymentIntents.list({ limit: 1 })).data.map(({ id }) => id),
  };

  expect(found).toEqual({ sessions: [session.id], open: [open.id], charges: [charge.id], intents: [intent.id] });
  await expect(stripe.paymentIntents.retrieve(intent.id)).resolves.toHaveProperty('status', 'succeeded');
  await expect(stripe.charges.retrieve(charge.id)).resolves.toHaveProperty('payment_intent', intent.id);
  await expect(stripe.paymentMethods.retrieve(String(intent.payment_method))).resolves.toMatchObject({
    type: 'card',
    card: { last4: '4242' },
  });
});

it('filters by the time of creation', async () => {
  const running = await startEmulator();
  const early = await openCheckout(running);
  running.advance(600);
  const late = await openCheckout(running);
  const created = { gt: early.created, lte: late.created };
  const { data } = await running.stripe.checkout.sessions.list({ created });
  expect(data.map(({ id }) => id)).toEqual([late.id]);
});

it('lists products and prices', async () => {
  const { stripe } = await startEmulator();
  const active = await stripe.products.create({ name: 'Pass' });
  await stripe.products.create({ name: 'Old pass', active: false });
  const price = await stripe.prices.create({
    product: active.id,
    currency: 'EUR',
    unit_amount: 9_900,
    nickname: 'Month',
  });

  expect((await stripe.products.list({ active: true })).data.map(({ id }) => id)).toEqual([active.id]);
  expect((await stripe.prices.list({ product: active.id, currency: 'eur' })).data.map(({ id }) => id)).toEqual([
    price.id,
  ]);
  await expect(stripe.prices.retrieve(price.id, { expand: ['product'] })).resolves.toMatchObject({
    unit_amount: 9_900,
    product: { name: 'Pass' },
  });
});
