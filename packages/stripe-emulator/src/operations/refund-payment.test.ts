import { describe, expect, it, vi } from 'vitest';
import { cards, openCheckout, payCheckout, readPaid } from '../testing/checkout.ts';
import { startEmulator, startWithReceiver } from '../testing/start-emulator.ts';

describe('a refund', () => {
  it('gives everything back when no amount is named', async () => {
    const running = await startWithReceiver();
    const { session, intent, charge } = await payCheckout(running);

    const refund = await running.stripe.refunds.create({
      payment_intent: intent.id,
      reason: 'requested_by_customer',
      metadata: { actor: 'admin' },
    });

    expect(refund).toMatchObject({
      amount: 12_000,
      status: 'succeeded',
      charge: charge.id,
      payment_intent: intent.id,
      reason: 'requested_by_customer',
      metadata: { actor: 'admin' },
    });
    const after = await readPaid(running, session.id);
    expect(after.charge).toMatchObject({ refunded: true, amount_refunded: 12_000 });
    await vi.waitFor(() => expect(running.receiver.types()).toContain('charge.refunded'));
    expect(running.receiver.types()).toContain('refund.created');
  });

  it('may be made in parts, each told of', async () => {
    const running = await startEmulator();
    const { session, charge } = await payCheckout(running);

    const first = await running.stripe.refunds.create({ charge: charge.id, amount: 5_000 });
    expect((await readPaid(running, session.id)).charge).toMatchObject({ refunded: false, amount_refunded: 5_000 });
    const second = await running.stripe.refunds.create({ charge: charge.id });

    expect(second.amount).toBe(7_000);
    expect((await readPaid(running, session.id)).charge).toMatchObject({ refunded: true, amount_refunded: 12_000 });
    const { data } = await running.stripe.refunds.list({ charge: charge.id });
    expect(data.map(({ id }) => id)).toEqual([second.id, first.id]);
    await expect(running.stripe.refunds.retrieve(first.id)).resolves.toHaveProperty('amount', 5_000);
    const events = await running.stripe.events.list({ types: ['refund.created', 'charge.refunded'] });
    expect(events.data.map((event) => event.type).reverse()).toEqual([
      'refund.created',
      'charge.refunded',
      'refund.created',
      'charge.refunded',
    ]);
  });

  it('is made once under one idempotency key', async () => {
    const running = await startEmulator();
    const { intent } = await payCheckout(running);
    const refund = () =>
      running.stripe.refunds.create({ payment_intent: intent.id, amount: 6_000 }, { idempotencyKey: 'refund-1' });
    const [first, second] = [await refund(), await refund()];
    expect(second.id).toBe(first.id);
    const { data } = await running.stripe.refunds.list({ payment_intent: intent.id });
    expect(data).toHaveLength(1);
  });

  it('cannot give back more than there is', async () => {
    const running = await startEmulator();
    const { intent } = await payCheckout(running);
    const tooMuch = running.stripe.refunds.create({ payment_intent: intent.id, amount: 12_001 });
    await expect(tooMuch).rejects.toMatchObject({ statusCode: 400, param: 'amount' });

    await running.stripe.refunds.create({ payment_intent: intent.id });
    const again = running.stripe.refunds.create({ payment_intent: intent.id });
    await expect(again).rejects.toMatchObject({ statusCode: 400, code: 'charge_already_refunded' });
  });

  it('needs a charge that succeeded', async () => {
    const running = await startEmulator();
    const { id } = await openCheckout(running);
    await running.control('POST', `/checkout/sessions/${id}/complete`, { card: cards.declined });
    const { charge } = await readPaid(running, id);
    const refused = running.stripe.refunds.create({ charge: charge.id });
    await expect(refused).rejects.toMatchObject({ code: 'charge_not_refundable' });
    await expect(running.stripe.refunds.create({})).rejects.toMatchObject({ code: 'parameter_missing' });
    await expect(running.stripe.refunds.create({ charge: 'ch_none' })).rejects.toMatchObject({
      code: 'resource_missing',
    });
  });

  it('is refused while the charge is disputed', async () => {
    const running = await startEmulator();
    const { charge } = await payCheckout(running, cards.disputed);
    await expect(running.stripe.refunds.create({ charge: charge.id })).rejects.toMatchObject({
      code: 'charge_disputed',
    });
  });
});

describe('a refund to a bank account', () => {
  async function refundBankDebit() {
    const running = await startEmulator();
    const { session, intent } = await payCheckout(running, 'delayed_success');
    await running.control('POST', `/checkout/sessions/${session.id}/settle`, { outcome: 'succeed' });
    const refund = await running.stripe.refunds.create({ payment_intent: intent.id });
    expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' });
    const settle = (outcome: string) => running.control('POST', `/refunds/${refund.id}/settle`, { outcome });
    return { running, session, settle };
  }

  it('succeeds later', async () => {
    const { running, settle } = await refundBankDebit();
    expect(await settle('succeed')).toMatchObject({ status: 200, body: { status: 'succeeded' } });
    const { data } = await running.stripe.events.list({ type: 'refund.*' });
    expect(data.map((event) => event.type)).toEqual(['refund.updated', 'refund.created']);
    expect((await settle('succeed')).status).toBe(400);
  });

  it('may fail, and the money is the studio’s again', async () => {
    const { running, session, settle } = await refundBankDebit();
    expect(await settle('fail')).toMatchObject({ status: 200, body: { status: 'failed', failure_reason: 'declined' } });
    const { charge } = await readPaid(running, session.id);
    expect(charge).toMatchObject({ amount_refunded: 0, refunded: false });
    const { data } = await running.stripe.events.list({ type: 'refund.failed' });
    expect(data).toHaveLength(1);
    expect((await settle('fail')).status).toBe(400);
  });
});
