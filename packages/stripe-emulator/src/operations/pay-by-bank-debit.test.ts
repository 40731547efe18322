import { describe, expect, it, vi } from 'vitest';
import { openCheckout, payCheckout, readPaid, tenEntries } from '../testing/checkout.ts';
import { startEmulator, startWithReceiver } from '../testing/start-emulator.ts';

describe('a bank debit', () => {
  it('completes the session unpaid', async () => {
    const running = await startWithReceiver();

    const { session, intent, charge } = await payCheckout(running, 'delayed_success');

    expect(session).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
    expect(intent).toMatchObject({ status: 'processing', amount_received: 0 });
    expect(charge).toMatchObject({ status: 'pending', paid: false, payment_method_details: { type: 'sepa_debit' } });
    await vi.waitFor(() => expect(running.receiver.types()).toContain('checkout.session.completed'));
    const completed = running.receiver.received.find((event) => event.type === 'checkout.session.completed');
    expect(completed?.data.object).toMatchObject({ payment_status: 'unpaid' });
  });

  it('is paid when it settles', async () => {
    const running = await startEmulator();
    const { session } = await payCheckout(running, 'delayed_success');

    const settled = await running.control('POST', `/checkout/sessions/${session.id}/settle`, { outcome: 'succeed' });

    expect(settled).toMatchObject({ status: 200, body: { payment_status: 'paid' } });
    const paid = await readPaid(running, session.id);
    expect(paid.intent).toMatchObject({ status: 'succeeded', amount_received: 12_000 });
    expect(paid.charge).toMatchObject({ status: 'succeeded', paid: true });
    const { data } = await running.stripe.events.list();
    expect(data.map((event) => event.type).reverse()).toEqual([
      'payment_intent.created',
      'payment_intent.processing',
      'charge.pending',
      'checkout.session.completed',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.async_payment_succeeded',
    ]);
  });

  it('may fail instead', async () => {
    const running = await startEmulator();
    const { session } = await payCheckout(running, 'delayed_success');

    await running.control('POST', `/checkout/sessions/${session.id}/settle`, { outcome: 'fail' });

    const failed = await readPaid(running, session.id);
    expect(failed.session).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
    expect(failed.intent).toMatchObject({ status: 'requires_payment_method', amount_received: 0 });
    expect(failed.charge).toMatchObject({ status: 'failed', failure_code: 'debit_not_authorized' });
    const { data } = await running.stripe.events.list({ type: 'checkout.session.*' });
    expect(data[0]?.type).toBe('checkout.session.async_payment_failed');
  });

  it('settles once only', async () => {
    const running = await startEmulator();
    const { session } = await payCheckout(running, 'delayed_success');
    const settle = (outcome: string) => running.control('POST', `/checkout/sessions/${session.id}/settle`, { outcome });
    await settle('succeed');
    expect(await settle('fail')).toMatchObject({ status: 400, body: { error: { type: 'invalid_request_error' } } });
  });

  it.each([
    ['delayed_success', 'checkout.session.async_payment_succeeded'],
    ['delayed_failure', 'checkout.session.async_payment_failed'],
  ])('%s settles by itself after a while', async (card, type) => {
    const running = await startWithReceiver({ timing: { settleAfterSeconds: 60 } });
    await payCheckout(running, card);
    running.advance(60);
    await vi.waitFor(() => expect(running.receiver.types()).toContain(type));
  });

  it('is not taken by a session for cards only', async () => {
    const running = await startEmulator();
    const { id } = await running.stripe.checkout.sessions.create({
      ...tenEntries,
      allowed_payment_method_types: ['card'],
    });
    const refused = await running.control('POST', `/checkout/sessions/${id}/complete`, { card: 'delayed_success' });
    expect(refused).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('sepa_debit') } } });
  });

  it('cannot settle what was not delayed', async () => {
    const running = await startEmulator();
    const { id } = await openCheckout(running);
    const refused = await running.control('POST', `/checkout/sessions/${id}/settle`, { outcome: 'succeed' });
    expect(refused.status).toBe(400);
  });
});
