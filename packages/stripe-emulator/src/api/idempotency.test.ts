import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { openCheckout, tenEntries } from '../testing/checkout.ts';
import { startEmulator } from '../testing/start-emulator.ts';

const day = 24 * 60 * 60;

describe('an idempotency key', () => {
  it('replays the first answer to the same parameters', async () => {
    const { stripe } = await startEmulator();

    const first = await stripe.checkout.sessions.create(tenEntries, { idempotencyKey: 'key-1' });
    const again = await stripe.checkout.sessions.create(tenEntries, { idempotencyKey: 'key-1' });

    expect(again).toEqual(first);
    expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
    expect(again.lastResponse.headers).toMatchObject({
      'idempotent-replayed': 'true',
      'idempotency-key': 'key-1',
      'original-request': first.lastResponse.requestId,
    });
    const { data } = await stripe.checkout.sessions.list();
    expect(data).toHaveLength(1);
  });

  it('does not depend on the order of parameters', async () => {
    const { stripe } = await startEmulator();
    const reversed = Object.fromEntries(Object.entries(tenEntries).reverse());

    const first = await stripe.checkout.sessions.create(tenEntries, { idempotencyKey: 'key-1' });
    const again = await stripe.checkout.sessions.create(reversed, { idempotencyKey: 'key-1' });

    expect(again.id).toBe(first.id);
  });

  it('is refused with other parameters', async () => {
    const { stripe } = await startEmulator();
    await stripe.checkout.sessions.create(tenEntries, { idempotencyKey: 'key-1' });

    const other = stripe.checkout.sessions.create(
      { ...tenEntries, client_reference_id: 'payment-2' },
      { idempotencyKey: 'key-1' },
    );

    await expect(other).rejects.toThrow(Stripe.errors.StripeIdempotencyError);
  });

  it('is refused for another endpoint', async () => {
    const { stripe } = await startEmulator();
    await stripe.customers.create({}, { idempotencyKey: 'key-1' });
    const { id } = await stripe.customers.create();
    await expect(stripe.customers.update(id, {}, { idempotencyKey: 'key-1' })).rejects.toThrow(
      Stripe.errors.StripeIdempotencyError,
    );
  });

  it('replays an error that was answered while executing', async () => {
    const running = await startEmulator();
    const { id } = await openCheckout(running);
    await running.stripe.checkout.sessions.expire(id);
    const expire = () => running.stripe.checkout.sessions.expire(id, {}, { idempotencyKey: 'key-1' });

    await expect(expire()).rejects.not.toHaveProperty('headers.idempotent-replayed');
    await expect(expire()).rejects.toMatchObject({ statusCode: 400, headers: { 'idempotent-replayed': 'true' } });
  });

  it('is free again when the parameters were invalid', async () => {
    const { stripe } = await startEmulator();
    const refused = stripe.refunds.create({ amount: 0 }, { idempotencyKey: 'key-1' });
    await expect(refused).rejects.toMatchObject({ statusCode: 400 });

    const customer = await stripe.customers.create({ name: 'Mia' }, { idempotencyKey: 'key-1' });

    expect(customer.lastResponse.headers['idempotent-replayed']).toBeUndefined();
  });

  it('is forgotten after 24 hours', async () => {
    const { stripe, advance } = await startEmulator();
    const first = await stripe.customers.create({ name: 'Mia' }, { idempotencyKey: 'key-1' });
    advance(day - 60);
    const replayed = await stripe.customers.create({ name: 'Mia' }, { idempotencyKey: 'key-1' });
    expect(replayed.id).toBe(first.id);

    advance(60);

    await expect
      .poll(async () => (await stripe.customers.create({ name: 'Mia' }, { idempotencyKey: 'key-1' })).id)
      .not.toBe(first.id);
  });

  it('makes one of two simultaneous requests', async () => {
    const { stripe } = await startEmulator();
    const create = () => stripe.customers.create({ name: 'Mia' }, { idempotencyKey: 'key-1' });

    // The SDK itself retries the 409 that the slower one may get while the first is under way.
    const customers = await Promise.all([create(), create(), create(), create()]);

    expect(new Set(customers.map((customer) => customer.id)).size).toBe(1);
  });
});
