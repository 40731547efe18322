import { describe, expect, it } from 'vitest';
import { openCheckout, tenEntries } from '../testing/checkout.ts';
import { startEmulator } from '../testing/start-emulator.ts';

const now = () => Math.floor(Date.now() / 1000);

describe('a new Checkout Session', () => {
  it('is open, unpaid and has a page to pay on', async () => {
    const running = await startEmulator();

    const session = await openCheckout(running);

    expect(session).toMatchObject({
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      amount_total: 12_000,
      currency: 'eur',
      client_reference_id: 'payment-1',
      customer_email: 'mia@example.com',
      metadata: { payment_id: 'payment-1' },
      payment_method_types: ['card', 'sepa_debit'],
      url: `${running.url}/c/pay/${session.id}`,
    });
    expect(session.id).toMatch(/^cs_test_\w{58}$/);
    expect(session.expires_at - session.created).toBe(24 * 60 * 60);
  });

  it('makes a product and a price of inline price data', async () => {
    const { stripe } = await startEmulator();
    const { id } = await stripe.checkout.sessions.create(tenEntries);

    const { data } = await stripe.checkout.sessions.listLineItems(id);

    expect(data).toMatchObject([{ description: '10 entries', quantity: 1, amount_total: 12_000 }]);
    expect(data[0]?.price?.unit_amount_decimal?.toString()).toBe('12000');
    const product = await stripe.products.retrieve(String(data[0]?.price?.product));
    expect(product.name).toBe('10 entries');
  });

  it('takes a price made before, several times', async () => {
    const { stripe } = await startEmulator();
    const product = await stripe.products.create({ name: 'Drop-in' });
    const price = await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: 1_500 });

    const session = await stripe.checkout.sessions.create({
      ...tenEntries,
      line_items: [{ price: price.id, quantity: 3 }],
    });

    expect(session).toMatchObject({
      amount_total: 4_500,
      currency: 'usd',
      payment_method_types: ['card', 'us_bank_account'],
    });
  });

  it('may belong to a customer', async () => {
    const { stripe } = await startEmulator();
    const customer = await stripe.customers.create({ email: 'mia@example.com' });
    const { customer_email: _, ...anonymous } = tenEntries;
    const session = await stripe.checkout.sessions.create({ ...anonymous, customer: customer.id });
    const { data } = await stripe.checkout.sessions.list({ customer: customer.id });
    expect(data.map(({ id }) => id)).toEqual([session.id]);
  });
});

it.each([
  [{ allowed_payment_method_types: ['card', 'twint'] }, ['card']],
  [{ excluded_payment_method_types: ['card'] }, ['sepa_debit']],
])('offers the methods that pass %o', async (filter, offered) => {
  const { stripe } = await startEmulator();
  const session = await stripe.checkout.sessions.create({ ...tenEntries, ...filter });
  expect(session.payment_method_types).toEqual(offered);
});

describe('is refused', () => {
  const inline = (price_data: object) => ({ line_items: [{ quantity: 1, price_data }] });

  it.each([
    ['below 30 minutes', () => ({ expires_at: now() + 29 * 60 }), { param: 'expires_at' }],
    ['above 24 hours', () => ({ expires_at: now() + 25 * 60 * 60 }), { param: 'expires_at' }],
    [
      'without a real URL',
      () => ({ success_url: 'javascript:alert(1)' }),
      { code: 'url_invalid', param: 'success_url' },
    ],
    ['with a relative URL', () => ({ cancel_url: '/tickets' }), { code: 'url_invalid', param: 'cancel_url' }],
    [
      'for an unknown currency',
      () => inline({ currency: 'xxq', unit_amount: 100, product_data: { name: 'x' } }),
      { param: 'line_items[0][price_data][currency]' },
    ],
    [
      'for too little',
      () => inline({ currency: 'eur', unit_amount: 49, product_data: { name: 'x' } }),
      { code: 'amount_too_small' },
    ],
    [
      'without a product',
      () => inline({ currency: 'eur', unit_amount: 100 }),
      { code: 'parameter_missing', param: 'line_items[0][price_data][product]' },
    ],
    [
      'with an unknown price',
      () => ({ line_items: [{ price: 'price_none', quantity: 1 }] }),
      { code: 'resource_missing' },
    ],
    [
      'with an unknown customer',
      () => ({ customer: 'cus_none', customer_email: undefined }),
      { code: 'resource_missing' },
    ],
    ['with a customer and an email', () => ({ customer: 'cus_none' }), { code: 'parameters_exclusive' }],
    [
      'without a payment method',
      () => ({ allowed_payment_method_types: ['twint'] }),
      { param: 'allowed_payment_method_types' },
    ],
    [
      'with the list of methods that Stripe no longer takes',
      () => ({ payment_method_types: ['card'] }),
      { code: 'parameter_unknown', param: 'payment_method_types' },
    ],
  ])('%s', async (_why, change, error) => {
    const { stripe } = await startEmulator();
    const refused = stripe.rawRequest('POST', '/v1/checkout/sessions', { ...tenEntries, ...change() });
    await expect(refused).rejects.toMatchObject({ statusCode: 400, ...error });
    const { data } = await stripe.checkout.sessions.list();
    expect(data).toEqual([]);
  });
});

it('takes the shortest life that Stripe allows', async () => {
  const { stripe } = await startEmulator();
  const expires_at = now() + 31 * 60;
  const session = await stripe.checkout.sessions.create({ ...tenEntries, expires_at });
  expect(session.expires_at).toBe(expires_at);
});
