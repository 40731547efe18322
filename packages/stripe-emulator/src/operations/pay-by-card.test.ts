import { describe, expect, it, vi } from 'vitest';
import { cards, openCheckout, payCheckout, readPaid } from '../testing/checkout.ts';
import { startEmulator, startWithReceiver } from '../testing/start-emulator.ts';

describe('a card that succeeds', () => {
  it('pays the session at once', async () => {
    const running = await startEmulator();

    const { session, intent, charge } = await payCheckout(running);

    expect(session).toMatchObject({ status: 'complete', payment_status: 'paid', url: null });
    expect(session.customer_details?.email).toBe('mia@example.com');
    expect(intent).toMatchObject({
      status: 'succeeded',
      amount_received: 12_000,
      metadata: { payment_id: 'payment-1' },
    });
    expect(charge).toMatchObject({ status: 'succeeded', paid: true, amount: 12_000, currency: 'eur', disputed: false });
    expect(charge.payment_method_details?.card).toMatchObject({ brand: 'visa', last4: '4242' });
  });

  it('tells of it in order, with the objects as they were', async () => {
    const running = await startWithReceiver();

    await payCheckout(running);

    const { data } = await running.stripe.events.list();
    expect(data.map((event) => event.type).reverse()).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
    ]);
    expect(data.at(-1)?.data.object).toMatchObject({ object: 'payment_intent', status: 'requires_payment_method' });
    expect(data[0]?.data.object).toMatchObject({ object: 'checkout.session', payment_status: 'paid' });
    await vi.waitFor(() => expect(running.receiver.received).toHaveLength(4));
  });

  it.each(['4242424242424242', '4242-4242-4242-4242'])('may be written as %s', async (card) => {
    const { session } = await payCheckout(await startEmulator(), card);
    expect(session.payment_status).toBe('paid');
  });
});

describe('a card that is declined', () => {
  it('answers with a card error and leaves the session open for another card', async () => {
    const running = await startEmulator();
    const { id } = await openCheckout(running);

    const declined = await running.control('POST', `/checkout/sessions/${id}/complete`, { card: cards.declined });

    expect(declined).toMatchObject({
      status: 402,
      body: { error: { type: 'card_error', code: 'card_declined', decline_code: 'generic_decline' } },
    });
    const { session, intent, charge } = await readPaid(running, id);
    expect(session).toMatchObject({ status: 'open', payment_status: 'unpaid' });
    expect(intent).toMatchObject({ status: 'requires_payment_method', last_payment_error: { code: 'card_declined' } });
    expect(charge).toMatchObject({ status: 'failed', paid: false, failure_code: 'card_declined' });

    await running.control('POST', `/checkout/sessions/${id}/complete`, { card: cards.success });

    const paid = await readPaid(running, id);
    expect(paid.session.payment_status).toBe('paid');
    expect(paid.intent.id).toBe(intent.id);
    expect(paid.charge.id).not.toBe(charge.id);
    const { data } = await running.stripe.events.list();
    expect(data.map((event) => event.type).reverse()).toEqual([
      'payment_intent.created',
      'charge.failed',
      'payment_intent.payment_failed',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
    ]);
  });

  it.each([
    ['4000 0000 0000 9995', { code: 'card_declined', decline_code: 'insufficient_funds' }],
    ['4000 0000 0000 0069', { code: 'expired_card' }],
    ['4000 0000 0000 0127', { code: 'incorrect_cvc' }],
    ['4111 1111 1111 1111', { code: 'card_declined', decline_code: 'test_mode_live_card' }],
  ])('%s says why', async (card, error) => {
    const running = await startEmulator();
    const { id } = await openCheckout(running);
    const declined = await running.control('POST', `/checkout/sessions/${id}/complete`, { card });
    expect(declined).toMatchObject({ status: 402, body: { error } });
  });
});

describe('a card that asks for authentication', () => {
  it('pays after approval', async () => {
    const running = await startEmulator();
    const { id } = await openCheckout(running);

    const asked = await running.control('POST', `/checkout/sessions/${id}/complete`, { card: cards.authentication });
    expect(asked).toMatchObject({
      status: 200,
      body: {
        status: 'open',
        next_action: { redirect_to_url: { url: `${running.url}/c/pay/${id}/challenge` } },
      },
    });
    const waiting = await running.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });
    expect(waiting.payment_intent).toMatchObject({ status: 'requires_action' });

    const approved = await running.control('POST', `/checkout/sessions/${id}/challenge`, { outcome: 'approve' });
    expect(approved).toMatchObject({ status: 200, body: { status: 'complete', payment_status: 'paid' } });
  });

  it('is declined after denial, and cannot be answered twice', async () => {
    const running = await startEmulator();
    const { id } = await openCheckout(running);
    await running.control('POST', `/checkout/sessions/${id}/complete`, { card: cards.authentication });

    const denied = await running.control('POST', `/checkout/sessions/${id}/challenge`, { outcome: 'deny' });
    expect(denied).toMatchObject({ status: 402, body: { error: { code: 'payment_intent_authentication_failure' } } });

    const again = await running.control('POST', `/checkout/sessions/${id}/challenge`, { outcome: 'approve' });
    expect(again).toMatchObject({ status: 400, body: { error: { type: 'invalid_request_error' } } });
  });
});

describe('a session that is no longer open', () => {
  it('is refused in the words of Stripe', async () => {
    const running = await startEmulator();
    const { session } = await payCheckout(running);

    const again = await running.control('POST', `/checkout/sessions/${session.id}/complete`, { card: cards.success });

    expect(again.status).toBe(400);
    expect(again.body).toMatchObject({
      error: { type: 'invalid_request_error', message: expect.stringContaining('has a status of `complete`') },
    });
    const { data } = await running.stripe.charges.list();
    expect(data).toHaveLength(1);
  });

  it('is 404 when it never was', async () => {
    const { control } = await startEmulator();
    const missing = await control('POST', '/checkout/sessions/cs_test_none/complete', { card: cards.success });
    expect(missing).toMatchObject({ status: 404, body: { error: { code: 'resource_missing' } } });
  });
});
