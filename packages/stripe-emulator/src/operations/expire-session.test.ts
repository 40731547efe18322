import { describe, expect, it, vi } from 'vitest';
import { cards, openCheckout, payCheckout } from '../testing/checkout.ts';
import { startEmulator, startWithReceiver } from '../testing/start-emulator.ts';

describe('an open Checkout Session', () => {
  it('expires through the API', async () => {
    const running = await startWithReceiver();
    const { id } = await openCheckout(running);

    const expired = await running.stripe.checkout.sessions.expire(id);

    expect(expired).toMatchObject({ status: 'expired', payment_status: 'unpaid', url: null });
    await vi.waitFor(() => expect(running.receiver.types()).toEqual(['checkout.session.expired']));
  });

  it('expires through the control API', async () => {
    const running = await startEmulator();
    const { id } = await openCheckout(running);
    const expired = await running.control('POST', `/checkout/sessions/${id}/expire`);
    expect(expired).toMatchObject({ status: 200, body: { status: 'expired' } });
  });

  it('expires by itself at its time, not before', async () => {
    const running = await startWithReceiver();
    const { id } = await openCheckout(running);
    running.advance(24 * 60 * 60 - 30);
    await expect(running.stripe.checkout.sessions.retrieve(id)).resolves.toHaveProperty('status', 'open');

    running.advance(30);

    await vi.waitFor(() => expect(running.receiver.types()).toEqual(['checkout.session.expired']));
  });

  it('takes a payment attempt with it', async () => {
    const running = await startEmulator();
    const { id } = await openCheckout(running);
    await running.control('POST', `/checkout/sessions/${id}/complete`, { card: cards.authentication });

    await running.stripe.checkout.sessions.expire(id);

    const session = await running.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });
    expect(session.payment_intent).toMatchObject({ status: 'canceled' });
    const late = await running.control('POST', `/checkout/sessions/${id}/challenge`, { outcome: 'approve' });
    expect(late.status).toBe(400);
  });
});

it('cannot expire once it is paid', async () => {
  const running = await startEmulator();
  const { session } = await payCheckout(running);
  await expect(running.stripe.checkout.sessions.expire(session.id)).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('has a status of `complete`'),
  });
});

it('cannot be paid once it has expired', async () => {
  const running = await startEmulator();
  const { id } = await openCheckout(running);
  await running.stripe.checkout.sessions.expire(id);
  const late = await running.control('POST', `/checkout/sessions/${id}/complete`, { card: cards.success });
  expect(late).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('`expired`') } } });
});
