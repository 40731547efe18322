import { describe, expect, it, vi } from 'vitest';
import { cards, payCheckout, readPaid } from '../testing/checkout.ts';
import { startEmulator, startWithReceiver, type TestEmulator } from '../testing/start-emulator.ts';

async function dispute(running: TestEmulator, paymentIntent: string) {
  await running.control('POST', '/disputes', { paymentIntent });
  const { data } = await running.stripe.disputes.list({ payment_intent: paymentIntent });
  const [opened] = data;
  if (!opened) throw new Error('No dispute was opened.');
  return opened;
}

const disputeEvents = async ({ stripe }: TestEmulator) => {
  const { data } = await stripe.events.list({ type: 'charge.dispute.*' });
  return data.map((event) => event.type).reverse();
};

describe('a dispute', () => {
  it('takes the money back and is told of', async () => {
    const running = await startWithReceiver();
    const { session, intent, charge } = await payCheckout(running);

    const opened = await dispute(running, intent.id);

    expect(opened).toMatchObject({
      status: 'needs_response',
      amount: 12_000,
      charge: charge.id,
      payment_intent: intent.id,
    });
    expect((await readPaid(running, session.id)).charge.disputed).toBe(true);
    await vi.waitFor(() => expect(running.receiver.types()).toContain('charge.dispute.funds_withdrawn'));
    expect(await disputeEvents(running)).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn']);
  });

  it('can be won', async () => {
    const running = await startEmulator();
    const { intent } = await payCheckout(running);
    const { id } = await dispute(running, intent.id);

    const closed = await running.control('POST', `/disputes/${id}/close`, { outcome: 'won' });

    expect(closed).toMatchObject({ status: 200, body: { status: 'won' } });
    expect((await disputeEvents(running)).slice(2)).toEqual([
      'charge.dispute.closed',
      'charge.dispute.funds_reinstated',
    ]);
    await expect(running.stripe.refunds.create({ payment_intent: intent.id })).resolves.toHaveProperty(
      'amount',
      12_000,
    );
  });

  it('can be lost', async () => {
    const running = await startEmulator();
    const { intent } = await payCheckout(running);
    const { id } = await dispute(running, intent.id);
    await running.control('POST', `/disputes/${id}/close`, { outcome: 'lost' });
    expect((await disputeEvents(running)).slice(2)).toEqual(['charge.dispute.closed']);
    const again = await running.control('POST', `/disputes/${id}/close`, { outcome: 'won' });
    expect(again.status).toBe(400);
  });

  it('is lost when the studio accepts it through the API', async () => {
    const running = await startEmulator();
    const { intent } = await payCheckout(running);
    const { id } = await dispute(running, intent.id);
    await expect(running.stripe.disputes.close(id)).resolves.toHaveProperty('status', 'lost');
    await expect(running.stripe.disputes.retrieve(id)).resolves.toHaveProperty('status', 'lost');
  });

  it('comes at once with the test card for it', async () => {
    const running = await startEmulator();
    const { charge, session } = await payCheckout(running, cards.disputed);
    expect(session.payment_status).toBe('paid');
    expect(charge.disputed).toBe(true);
    expect(await disputeEvents(running)).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn']);
  });

  it('is refused for what is not paid, not there or disputed already', async () => {
    const running = await startEmulator();
    const { intent } = await payCheckout(running, cards.disputed);
    const delayed = await payCheckout(running, 'delayed_success');
    for (const paymentIntent of [intent.id, delayed.intent.id, 'pi_none']) {
      expect(await running.control('POST', '/disputes', { paymentIntent })).toMatchObject({ status: 400 });
    }
  });
});
