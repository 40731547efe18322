import { describe, expect, it, vi } from 'vitest';
import { openCheckout, payCheckout } from '../testing/checkout.ts';
import { startEmulator, startWithReceiver } from '../testing/start-emulator.ts';

describe('events', () => {
  it('can be retrieved and filtered by type', async () => {
    const { stripe, ...rest } = await startEmulator();
    await payCheckout({ stripe, ...rest });

    const one = await stripe.events.list({ type: 'charge.succeeded' });
    const group = await stripe.events.list({ type: 'payment_intent.*' });
    const some = await stripe.events.list({ types: ['charge.succeeded', 'checkout.session.completed'] });

    expect(one.data.map((event) => event.type)).toEqual(['charge.succeeded']);
    expect(group.data.map((event) => event.type)).toEqual(['payment_intent.succeeded', 'payment_intent.created']);
    expect(some.data.map((event) => event.type)).toEqual(['checkout.session.completed', 'charge.succeeded']);
    await expect(stripe.events.retrieve(one.data[0]?.id ?? '')).resolves.toEqual(one.data[0]);
    await expect(stripe.events.retrieve('evt_none')).rejects.toMatchObject({ code: 'resource_missing' });
  });

  it('know whether they were delivered', async () => {
    const running = await startWithReceiver();
    await running.control('PUT', '/webhooks', { drop: true });
    const { id } = await openCheckout(running);
    await running.stripe.checkout.sessions.expire(id);
    await running.control('PUT', '/webhooks', {});
    await payCheckout(running);

    await vi.waitFor(async () => {
      const delivered = await running.stripe.events.list({ delivery_success: true });
      expect(delivered.data).toHaveLength(4);
    });
    const undelivered = await running.stripe.events.list({ delivery_success: false });
    expect(undelivered.data.map((event) => event.type)).toEqual(['checkout.session.expired']);
  });

  it('are forgotten after 30 days', async () => {
    const running = await startEmulator();
    await payCheckout(running);
    running.advance(30 * 24 * 60 * 60);
    await vi.waitFor(async () => expect((await running.stripe.events.list()).data).toEqual([]));
  });
});
