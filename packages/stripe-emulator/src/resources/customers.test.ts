import { expect, it } from 'vitest';
import { openCheckout, payCheckout, tenEntries } from '../testing/checkout.ts';
import { startEmulator } from '../testing/start-emulator.ts';

it('are made, found, changed and deleted', async () => {
  const { stripe } = await startEmulator();
  const { id } = await stripe.customers.create({ email: 'mia@example.com', metadata: { user_id: '1', plan: 'a' } });
  await stripe.customers.create({ email: 'noa@example.com' });

  const found = await stripe.customers.list({ email: 'mia@example.com' });
  expect(found.data.map((customer) => customer.id)).toEqual([id]);

  const changed = await stripe.customers.update(id, { name: 'Mia', email: '', metadata: { plan: '', user_id: '2' } });
  expect(changed).toMatchObject({ name: 'Mia', email: null, metadata: { user_id: '2' } });
  expect(changed.metadata).not.toHaveProperty('plan');

  await expect(stripe.customers.del(id)).resolves.toMatchObject({ id, deleted: true });
  await expect(stripe.customers.retrieve(id)).resolves.toMatchObject({ id, deleted: true });
  await expect(stripe.customers.update(id, { name: 'x' })).rejects.toMatchObject({ code: 'resource_missing' });
  expect((await stripe.customers.list()).data).toHaveLength(1);
  const { data } = await stripe.events.list({ type: 'customer.*' });
  expect(data.map((event) => event.type)).toEqual([
    'customer.deleted',
    'customer.updated',
    'customer.created',
    'customer.created',
  ]);
});

it('are made by a Checkout Session that asks for one', async () => {
  const running = await startEmulator();
  const { id } = await running.stripe.checkout.sessions.create({ ...tenEntries, customer_creation: 'always' });
  await running.control('POST', `/checkout/sessions/${id}/complete`, { card: '4242424242424242' });
  const session = await running.stripe.checkout.sessions.retrieve(id, { expand: ['customer'] });
  expect(session.customer).toMatchObject({ object: 'customer', email: 'mia@example.com' });
});

it('are not made otherwise', async () => {
  const running = await startEmulator();
  const { session, intent, charge } = await payCheckout(running);
  expect([session.customer, intent.customer, charge.customer]).toEqual([null, null, null]);
  expect((await openCheckout(running)).customer_creation).toBe('if_required');
});
