import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { openCheckout, payCheckout, tenEntries } from '../testing/checkout.ts';
import { startEmulator } from '../testing/start-emulator.ts';

function callWithKey(url: string, authorization?: string) {
  return fetch(`${url}/v1/customers`, authorization === undefined ? {} : { headers: { authorization } });
}

describe('authentication', () => {
  it.each([undefined, 'Bearer sk_live_1234567890', 'Bearer pk_test_1', 'Bearer', 'Digest sk_test_1'])(
    'refuses %s',
    async (authorization) => {
      const { url } = await startEmulator();
      const response = await callWithKey(url, authorization);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
    },
  );

  it.each(['Bearer sk_test_1', 'Bearer rk_test_1', `Basic ${btoa('sk_test_1:')}`])(
    'takes %s',
    async (authorization) => {
      const { url } = await startEmulator();
      expect((await callWithKey(url, authorization)).status).toBe(200);
    },
  );

  it('does not repeat a secret', async () => {
    const { url } = await startEmulator();
    const response = await callWithKey(url, 'Bearer sk_live_1234567890');
    expect(await response.text()).not.toContain('1234567890');
  });
});

describe('every answer', () => {
  it('names its request and the version of the API', async () => {
    const { stripe } = await startEmulator();
    const { lastResponse } = await stripe.customers.create();
    expect(lastResponse.requestId).toMatch(/^req_\w{14}$/);
    expect(lastResponse.apiVersion).toBe(Stripe.API_VERSION);
  });

  it('is in test mode', async () => {
    const running = await startEmulator();
    const { session, intent, charge } = await payCheckout(running);
    expect([session.livemode, intent.livemode, charge.livemode]).toEqual([false, false, false]);
  });
});

describe('errors', () => {
  it('say which object is missing', async () => {
    const { stripe } = await startEmulator();
    await expect(stripe.checkout.sessions.retrieve('cs_test_none')).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
      statusCode: 404,
      code: 'resource_missing',
      param: 'id',
    });
  });

  it.each([
    ['a missing parameter', { ...tenEntries, success_url: undefined }, 'parameter_missing', 'success_url'],
    [
      'a missing nested parameter',
      { ...tenEntries, line_items: [{ quantity: 1, price_data: { unit_amount: 100, product_data: { name: 'x' } } }] },
      'parameter_missing',
      'line_items[0][price_data][currency]',
    ],
    ['an unknown parameter', { ...tenEntries, colour: 'red' }, 'parameter_unknown', 'colour'],
    ['an empty text', { ...tenEntries, success_url: '' }, 'parameter_invalid_empty', 'success_url'],
    ['a bad integer', { ...tenEntries, expires_at: 'soon' }, 'parameter_invalid_integer', 'expires_at'],
    ['a value outside its list', { ...tenEntries, mode: 'subscription' }, undefined, 'mode'],
  ])('name %s', async (_what, params, code, param) => {
    const { stripe } = await startEmulator();
    const refused = stripe.rawRequest('POST', '/v1/checkout/sessions', params);
    await expect(refused).rejects.toMatchObject({ statusCode: 400, rawType: 'invalid_request_error', code, param });
  });

  it('say what the emulator does not cover', async () => {
    const { stripe } = await startEmulator();
    await expect(stripe.subscriptions.list()).rejects.toMatchObject({
      statusCode: 404,
      message: expect.stringContaining('Unrecognized request URL (GET: /v1/subscriptions)'),
    });
  });
});

describe('expand', () => {
  it('puts objects in for their ids, also in lists', async () => {
    const running = await startEmulator();
    const { session, charge } = await payCheckout(running);

    const { data } = await running.stripe.checkout.sessions.list({
      expand: ['data.payment_intent.latest_charge', 'data.line_items'],
    });

    expect(data[0]).toMatchObject({
      id: session.id,
      payment_intent: { object: 'payment_intent', latest_charge: { id: charge.id, object: 'charge' } },
      line_items: { object: 'list', data: [{ description: '10 entries', amount_total: 12_000 }] },
    });
  });

  it('leaves what is empty empty', async () => {
    const running = await startEmulator();
    const { id, payment_intent } = await openCheckout(running);
    expect(payment_intent).toBeNull();
    const session = await running.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });
    expect(session.payment_intent).toBeNull();
  });

  it('reaches back from a refund to its session’s objects', async () => {
    const running = await startEmulator();
    const { intent } = await payCheckout(running);
    const refund = await running.stripe.refunds.create({
      payment_intent: intent.id,
      expand: ['charge.refunds', 'payment_intent'],
    });
    expect(refund).toMatchObject({
      payment_intent: { id: intent.id },
      charge: { amount_refunded: 12_000, refunds: { data: [{ id: refund.id }] } },
    });
  });

  it.each(['colour', 'status', 'client_reference_id', 'a.b.c.d.e'])('refuses %s', async (path) => {
    const running = await startEmulator();
    const { id } = await openCheckout(running);
    const refused = running.stripe.checkout.sessions.retrieve(id, { expand: [path] });
    await expect(refused).rejects.toMatchObject({ statusCode: 400, param: 'expand' });
  });
});
