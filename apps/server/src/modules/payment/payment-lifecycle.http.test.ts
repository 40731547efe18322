import fc from 'fast-check';
import type Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Buyer, cards, startTestShop, type TestShop } from '../../../test-support/test-shop.ts';
import { applyEvent } from './apply-event.ts';
import { syncPayment } from './sync-payment.ts';

let shop: TestShop;
let anna: Buyer;
beforeAll(async () => {
  shop = await startTestShop();
});
afterAll(() => shop.close());
beforeEach(async () => {
  await shop.settle();
  anna = await shop.buyer();
});

const db = () => shop.api.services.db;
const paymentRow = (id: string) =>
  db().selectFrom('payments').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const ticketsOf = (paymentId: string) =>
  db().selectFrom('tickets').selectAll().where('paymentId', '=', paymentId).execute();
const ledgerOf = (ticketId: string) =>
  db().selectFrom('ticketLedger').select(['kind', 'entries']).where('ticketId', '=', ticketId).orderBy('id').execute();
const historyOf = async (paymentId: string) => {
  const rows = await db()
    .selectFrom('paymentTransitions')
    .select(['toStatus', 'cause'])
    .where('paymentId', '=', paymentId)
    .orderBy('id')
    .execute();
  return rows.map(({ toStatus, cause }) => `${toStatus}: ${cause}`);
};

async function buy(card?: string) {
  const bought = await shop.checkout(anna);
  await shop.pay(bought.checkoutId, card);
  return bought;
}

async function intentOf(paymentId: string): Promise<string> {
  await shop.settle();
  return (await paymentRow(paymentId)).stripePaymentIntentId ?? '';
}

describe('buying', () => {
  test('grants exactly what was offered, once', async () => {
    const plan = await shop.make.plan({ entries: 10, validityDays: 30 });
    const { paymentId, checkoutId } = await shop.checkout(anna, plan);
    await db().updateTable('ticketPlans').set({ entries: 1, name: 'Other' }).where('id', '=', plan.id).execute();
    await shop.pay(checkoutId);
    await shop.settle();
    const payment = await paymentRow(paymentId);
    expect(payment).toMatchObject({ status: 'paid', refundedMinor: 0 });
    expect(payment.paidAt).not.toBeNull();
    const tickets = await ticketsOf(paymentId);
    expect(tickets).toMatchObject([{ userId: anna.id, planId: plan.id, name: plan.name, entriesLeft: 10 }]);
    expect(await ledgerOf(tickets[0]?.id ?? '')).toEqual([{ kind: 'grant', entries: 10 }]);
    expect(await historyOf(paymentId)).toEqual(['paid: paid']);
  });

  test('lets the buyer into the seat they were waiting beside', async () => {
    const ben = await shop.buyer();
    const old = await shop.make.ticket(anna.id, 1);
    await shop.make.ticket(ben.id, 1);
    const session = await shop.make.session({ capacity: 1 });
    const book = async ({ token }: Buyer) =>
      (await shop.api.call('POST', '/bookings', { token, body: { sessionId: session.id } })).json();
    const [bens, annas] = [await book(ben), await book(anna)];
    await db()
      .updateTable('tickets')
      .set({ state: 'frozen', frozenAt: Temporal.Now.instant() })
      .where('id', '=', old.id)
      .execute();
    await shop.api.call('POST', `/bookings/${bens.id}/cancel`, { token: ben.token, body: {} });
    await buy();
    await shop.settle();
    const mine = await shop.api.call('GET', `/bookings/${annas.id}`, { token: anna.token });
    expect(mine.json()).toMatchObject({ state: 'active' });
  });

  test('grants nothing while a delayed payment is under way, and then does', async () => {
    const { paymentId, checkoutId } = await buy('delayed_success');
    await shop.settle();
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'processing' });
    expect(await ticketsOf(paymentId)).toEqual([]);
    await shop.control('POST', `/checkout/sessions/${checkoutId}/settle`, { outcome: 'succeed' });
    await shop.settle();
    expect(await ticketsOf(paymentId)).toHaveLength(1);
    expect(await historyOf(paymentId)).toEqual(['processing: payment_started', 'paid: paid']);
  });

  test('grants nothing when a delayed payment fails', async () => {
    const { paymentId, checkoutId } = await buy('delayed_failure');
    await shop.settle();
    await shop.control('POST', `/checkout/sessions/${checkoutId}/settle`, { outcome: 'fail' });
    await shop.settle();
    expect(await historyOf(paymentId)).toEqual(['processing: payment_started', 'failed: payment_failed']);
    expect(await ticketsOf(paymentId)).toEqual([]);
  });

  test('a plan that costs nothing takes the same way, without money', async () => {
    const { paymentId, checkoutId } = await shop.checkout(anna, await shop.make.plan({ priceMinor: 0, entries: 1 }));
    await shop.settle();
    expect(await ticketsOf(paymentId)).toEqual([]);
    await shop.pay(checkoutId);
    await shop.settle();
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'paid', stripePaymentIntentId: null });
    expect(await ticketsOf(paymentId)).toMatchObject([{ entriesLeft: 1 }]);
  });

  test('ends when the checkout expires', async () => {
    const { paymentId, checkoutId } = await shop.checkout(anna);
    await shop.control('POST', `/checkout/sessions/${checkoutId}/expire`);
    await shop.settle();
    expect(await historyOf(paymentId)).toEqual(['expired: checkout_expired']);
  });

  test('survives a declined card', async () => {
    const { paymentId, checkoutId } = await shop.checkout(anna);
    await expect(shop.pay(checkoutId, '4000 0000 0000 0002')).rejects.toThrow('402');
    await shop.settle();
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'pending' });
    await shop.pay(checkoutId);
    await shop.settle();
    expect(await ticketsOf(paymentId)).toHaveLength(1);
  });

  test('is honoured when Stripe took the money after we had given the payment up', async () => {
    const { paymentId } = await buy();
    await db().updateTable('payments').set({ status: 'expired' }).where('id', '=', paymentId).execute();
    await shop.settle();
    expect(await historyOf(paymentId)).toEqual(['paid: paid_late']);
    expect(await ticketsOf(paymentId)).toHaveLength(1);
  });

  test.each([
    ['amount', { amountMinor: 9_999 }, 'amount_mismatch'],
    ['currency', { currency: 'USD' }, 'currency_mismatch'],
  ])('is put aside when the %s is another', async (_, offered, quarantineReason) => {
    const { paymentId, checkoutId } = await shop.checkout(anna);
    await db().updateTable('payments').set(offered).where('id', '=', paymentId).execute();
    await shop.pay(checkoutId);
    await shop.settle();
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'quarantined', quarantineReason });
    expect(await ticketsOf(paymentId)).toEqual([]);
  });
});

describe('the day on which money counts', () => {
  const YESTERDAY = -26 * 60;
  const isAbout = (one: Temporal.Instant | null, other: Temporal.Instant) =>
    Math.abs((one?.epochMilliseconds ?? 0) - other.epochMilliseconds) < 60_000;
  const yesterday = () => Temporal.Now.instant().add({ minutes: YESTERDAY });
  const refundsOf = (paymentId: string) =>
    db().selectFrom('refunds').selectAll().where('paymentId', '=', paymentId).orderBy('id').execute();
  afterEach(() => shop.setClockAhead(0));

  test("is Stripe's, however late it is heard of; the ticket is valid from when it is granted", async () => {
    const { paymentId, checkoutId } = await shop.checkout(anna);
    shop.setClockAhead(YESTERDAY);
    await shop.pay(checkoutId);
    const { payment_intent: intent } = await shop.stripe.checkout.sessions.retrieve(checkoutId);
    await shop.stripe.refunds.create({ payment_intent: String(intent), amount: 1_000 });
    shop.setClockAhead(0);
    await shop.settle();
    expect(isAbout((await paymentRow(paymentId)).paidAt, yesterday())).toBe(true);
    const [refund] = await refundsOf(paymentId);
    expect(refund).toMatchObject({ status: 'succeeded', amountMinor: 1_000 });
    expect(isAbout(refund?.succeededAt ?? null, yesterday())).toBe(true);
    const [ticket] = await ticketsOf(paymentId);
    expect(isAbout(ticket?.validFrom ?? null, Temporal.Now.instant())).toBe(true);
  });

  test('is the same when reconciliation heals it', async () => {
    const { paymentId, checkoutId } = await shop.checkout(anna);
    shop.setClockAhead(YESTERDAY);
    await shop.pay(checkoutId);
    shop.setClockAhead(0);
    await syncPayment(shop.api.services, paymentId, { eventId: null, checkoutId: null });
    expect(isAbout((await paymentRow(paymentId)).paidAt, yesterday())).toBe(true);
  });

  test('of a refund is the one on which Stripe made it, once it has succeeded, and none when it fails', async () => {
    const { paymentId } = await buy('delayed_success');
    const checkoutId = (await paymentRow(paymentId)).stripeCheckoutId ?? '';
    await shop.control('POST', `/checkout/sessions/${checkoutId}/settle`, { outcome: 'succeed' });
    const intent = await intentOf(paymentId);
    shop.setClockAhead(YESTERDAY);
    const { id } = await shop.stripe.refunds.create({ payment_intent: intent, amount: 1_000 });
    await shop.settle();
    expect(await refundsOf(paymentId)).toMatchObject([{ status: 'pending', succeededAt: null }]);
    shop.setClockAhead(0);
    await shop.control('POST', `/refunds/${id}/settle`, { outcome: 'succeed' });
    await shop.settle();
    const [refund] = await refundsOf(paymentId);
    expect(isAbout(refund?.succeededAt ?? null, yesterday())).toBe(true);
    await shop.control('POST', `/refunds/${id}/settle`, { outcome: 'fail' });
    await shop.settle();
    expect(await refundsOf(paymentId)).toMatchObject([{ status: 'failed', succeededAt: null }]);
  });
});

describe('disputes', () => {
  const dispute = async (paymentIntent: string) => (await shop.control('POST', '/disputes', { paymentIntent })).body.id;
  const close = async (id: string, outcome: 'won' | 'lost') => {
    await shop.control('POST', `/disputes/${id}/close`, { outcome });
    await shop.settle();
  };

  test('freeze the ticket; won, it is free again', async () => {
    const { paymentId } = await buy();
    const id = await dispute(await intentOf(paymentId));
    await shop.settle();
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'disputed' });
    expect(await ticketsOf(paymentId)).toMatchObject([{ state: 'frozen' }]);
    await close(id, 'won');
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'paid', refundedMinor: 0 });
    expect(await ticketsOf(paymentId)).toMatchObject([{ state: 'active' }]);
  });

  describe('with the studio freezing, too', () => {
    /** What an admin does to the ticket of a payment by hand. */
    async function byHand(paymentId: string, act: 'freeze' | 'unfreeze') {
      const { id } = await shop.make.user({ role: 'admin' });
      const [ticket] = await ticketsOf(paymentId);
      const token = shop.api.tokenOf(id, 'admin');
      const body = { reason: 'as agreed' };
      const response = await shop.api.call('POST', `/admin/tickets/${ticket?.id}/${act}`, { token, body });
      expect(response.statusCode).toBe(200);
    }
    type Deed = 'dispute' | 'win' | 'freeze' | 'unfreeze';

    test.each<[string, Deed[], string]>([
      ['before: it stays frozen', ['freeze', 'dispute', 'win'], 'frozen'],
      ['once more, after it thawed it: it stays frozen', ['dispute', 'unfreeze', 'freeze', 'win'], 'frozen'],
      ['and thawing long before: it is free again', ['freeze', 'unfreeze', 'dispute', 'win'], 'active'],
      ['and thawing in between: it stays free', ['dispute', 'unfreeze', 'win'], 'active'],
    ])('%s', async (_, deeds, state) => {
      const { paymentId } = await buy();
      const intent = await intentOf(paymentId);
      let id = '';
      for (const deed of deeds) {
        if (deed === 'dispute') id = await dispute(intent);
        if (deed === 'win') await close(id, 'won');
        if (deed === 'freeze' || deed === 'unfreeze') await byHand(paymentId, deed);
        await shop.settle();
      }
      expect(await paymentRow(paymentId)).toMatchObject({ status: 'paid' });
      expect(await ticketsOf(paymentId)).toMatchObject([{ state }]);
    });
  });

  test('lost, take it away', async () => {
    const { paymentId } = await buy();
    const id = await dispute(await intentOf(paymentId));
    await shop.settle();
    await close(id, 'lost');
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'refunded', refundedMinor: 7_500 });
    expect(await ticketsOf(paymentId)).toMatchObject([{ state: 'revoked', entriesLeft: 0 }]);
    expect(await historyOf(paymentId)).toEqual(['paid: paid', 'disputed: dispute_opened', 'refunded: dispute_lost']);
  });

  test('are seen although the purchase itself was not yet', async () => {
    const { paymentId } = await buy(cards.disputed);
    const events = await shop.newEvents();
    for (const event of events.reverse()) await shop.deliver(event);
    await shop.work();
    expect(await historyOf(paymentId)).toEqual(['paid: paid', 'disputed: dispute_opened']);
    expect(await ticketsOf(paymentId)).toMatchObject([{ state: 'frozen' }]);
  });

  test('leave a ticket alone that has expired', async () => {
    const { paymentId } = await buy();
    const intent = await intentOf(paymentId);
    const validUntil = Temporal.Now.instant();
    await db()
      .updateTable('tickets')
      .set({ validFrom: validUntil.subtract({ hours: 1 }), validUntil })
      .where('paymentId', '=', paymentId)
      .execute();
    await dispute(intent);
    await shop.settle();
    expect(await paymentRow(paymentId)).toMatchObject({ status: 'disputed' });
    expect(await ticketsOf(paymentId)).toMatchObject([{ state: 'active' }]);
  });
});

describe('whatever happens to the events', () => {
  /** What there is to say about a payment in the end. */
  async function ending(paymentId: string) {
    const { status, refundedMinor } = await paymentRow(paymentId);
    const tickets = await ticketsOf(paymentId);
    const ledger = tickets[0] ? await ledgerOf(tickets[0].id) : [];
    return {
      status,
      refundedMinor,
      tickets: tickets.map(({ state, entriesLeft }) => ({ state, entriesLeft })),
      ledger,
    };
  }

  /** Everything that happens to a purchase before the first event of it arrives. */
  async function refundedLater(): Promise<{ paymentId: string; events: Stripe.Event[] }> {
    const { paymentId, checkoutId } = await buy('delayed_success');
    await shop.control('POST', `/checkout/sessions/${checkoutId}/settle`, { outcome: 'succeed' });
    const { payment_intent: intent } = await shop.stripe.checkout.sessions.retrieve(checkoutId);
    await shop.stripe.refunds.create({ payment_intent: String(intent), amount: 2_500 });
    await shop.stripe.refunds.create({ payment_intent: String(intent) });
    return { paymentId, events: await shop.newEvents() };
  }

  const inTheEnd = {
    status: 'refunded',
    refundedMinor: 7_500,
    tickets: [{ state: 'revoked', entriesLeft: 0 }],
    ledger: [
      { kind: 'grant', entries: 5 },
      { kind: 'revoke', entries: -5 },
    ],
  };

  test('in any order, twice, and worked off at any time, they lead to the same end', async () => {
    const anyOrder = fc.array(fc.nat(99), { minLength: 20, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(anyOrder, async (random) => {
        const { paymentId, events } = await refundedLater();
        const twice = [...events, ...events].map((event, index) => ({ event, at: random[index % random.length] ?? 0 }));
        for (const { event, at } of twice.sort((a, b) => a.at - b.at)) {
          await shop.deliver(event);
          if (at % 3 === 0) await shop.work();
        }
        await shop.work();
        expect(await ending(paymentId)).toEqual(inTheEnd);
      }),
      { numRuns: 6 },
    );
  });

  test('one of them is enough', async () => {
    const { paymentId, events } = await refundedLater();
    const last = events.findLast(({ type }) => type === 'refund.created');
    if (last) await shop.deliver(last);
    await shop.work();
    expect(await ending(paymentId)).toEqual(inTheEnd);
    const completed = events.find(({ type }) => type === 'checkout.session.completed');
    if (completed) await shop.deliver(completed);
    await shop.work();
    expect(await ending(paymentId)).toEqual(inTheEnd);
  });

  test('a job that runs again does nothing', async () => {
    const { paymentId } = await buy();
    const events = await shop.newEvents();
    for (const event of events) await shop.deliver(event);
    await shop.work();
    const before = await ending(paymentId);
    for (const { id } of events) await applyEvent(shop.api.services, id);
    expect(await ending(paymentId)).toEqual(before);
  });
});
