import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openCheckout, payCheckout } from '../testing/checkout.ts';
import { startEmulator, startWithReceiver, type TestEmulator } from '../testing/start-emulator.ts';
import { startWebhookReceiver } from '../testing/webhook-receiver.ts';

interface Page {
  items: Array<{
    id: string;
    type: string;
    pending_webhooks: number;
    deliveries: Array<{
      state: string;
      attemptCount: number;
      attempts: Array<{ status: number | null; error: string | null }>;
    }>;
  }>;
  nextCursor: string | null;
}

async function readEvents({ url }: TestEmulator, query = ''): Promise<Page> {
  const response = await fetch(`${url}/_emulator/events${query}`);
  return (await response.json()) as Page;
}

/** One event without a payment: a session that expires. */
async function expireOne(running: TestEmulator) {
  const { id } = await openCheckout(running);
  await running.stripe.checkout.sessions.expire(id);
}

const paidTypes = [
  'payment_intent.created',
  'charge.succeeded',
  'payment_intent.succeeded',
  'checkout.session.completed',
];

describe('a webhook', () => {
  it('carries the event, signed', async () => {
    const running = await startWithReceiver();
    const { session } = await payCheckout(running);

    await vi.waitFor(() => expect(running.receiver.types().sort()).toEqual([...paidTypes].sort()));

    const completed = running.receiver.received.find((event) => event.type === 'checkout.session.completed');
    expect(completed).toMatchObject({ object: 'event', livemode: false, data: { object: { id: session.id } } });
    await vi.waitFor(async () => {
      const { items } = await readEvents(running);
      expect(items.every((event) => event.pending_webhooks === 0)).toBe(true);
    });
  });

  it('is not sent when there is nowhere to send it', async () => {
    const running = await startEmulator();
    await expireOne(running);
    const { items } = await readEvents(running);
    expect(items).toMatchObject([{ type: 'checkout.session.expired', deliveries: [] }]);
  });

  it('is tried again until the platform answers 2xx', async () => {
    const running = await startWithReceiver();
    running.receiver.answer = 500;
    await expireOne(running);
    await vi.waitFor(() => expect(running.receiver.received.length).toBeGreaterThanOrEqual(3));
    expect((await readEvents(running)).items[0]).toMatchObject({ pending_webhooks: 1 });

    running.receiver.answer = 204;

    await vi.waitFor(async () => {
      const { items } = await readEvents(running);
      expect(items[0]?.deliveries[0]).toMatchObject({ state: 'delivered' });
    });
    const ids = new Set(running.receiver.received.map((event) => event.id));
    expect(ids.size).toBe(1);
    const attempts = (await readEvents(running)).items[0]?.deliveries[0]?.attempts ?? [];
    expect(attempts[0]).toMatchObject({ status: 500, error: 'The platform answered 500.' });
    expect(attempts.at(-1)).toMatchObject({ status: 204, error: null });
  });

  it('takes a redirect for a failure', async () => {
    const running = await startWithReceiver();
    running.receiver.answer = 302;
    await expireOne(running);
    await vi.waitFor(() => expect(running.receiver.received.length).toBeGreaterThanOrEqual(2));
  });

  it('gives up waiting for an answer and tries again', async () => {
    const running = await startWithReceiver({ timing: { webhookTimeoutMs: 30 } });
    running.receiver.answer = null;
    await expireOne(running);
    await vi.waitFor(() => expect(running.receiver.received.length).toBeGreaterThanOrEqual(2));
  });

  it('survives that the platform is down for a while', async () => {
    const before = await startWebhookReceiver();
    await before.close();
    const running = await startEmulator({ webhookUrl: before.url });
    await payCheckout(running);
    await vi.waitFor(async () => {
      const { items } = await readEvents(running);
      expect(items.every((event) => (event.deliveries[0]?.attemptCount ?? 0) >= 2)).toBe(true);
    });

    const after = await startWebhookReceiver(Number(new URL(before.url).port));
    onTestFinished(() => after.close());

    await vi.waitFor(() => expect(after.types().sort()).toEqual([...paidTypes].sort()));
  });

  it('is abandoned after three days', async () => {
    const running = await startWithReceiver();
    running.receiver.answer = 500;
    await expireOne(running);
    await vi.waitFor(() => expect(running.receiver.received.length).toBeGreaterThanOrEqual(1));
    running.advance(3 * 24 * 60 * 60);
    await vi.waitFor(async () => {
      const { items } = await readEvents(running, '?type=checkout.session.expired');
      expect(items[0]?.deliveries[0]?.state).toBe('abandoned');
    });
  });
});

describe('the webhook controls', () => {
  it('drop events for good', async () => {
    const running = await startWithReceiver();
    await running.control('PUT', '/webhooks', { drop: true });
    await payCheckout(running);
    await running.control('PUT', '/webhooks', {});
    await expireOne(running);

    await vi.waitFor(() => expect(running.receiver.types()).toEqual(['checkout.session.expired']));
    const { items } = await readEvents(running, '?type=checkout.session.completed');
    expect(items[0]?.deliveries).toMatchObject([{ state: 'dropped', attemptCount: 0 }]);
  });

  it('drop a number of events', async () => {
    const running = await startWithReceiver();
    await running.control('PUT', '/webhooks', { drop: 1 });
    await expireOne(running);
    await expireOne(running);
    await vi.waitFor(() => expect(running.receiver.received).toHaveLength(1));
    expect((await running.control('GET', '/webhooks')).body).toMatchObject({ drop: 0 });
  });

  it('duplicate events', async () => {
    const running = await startWithReceiver();
    await running.control('PUT', '/webhooks', { duplicate: true });
    await expireOne(running);
    await vi.waitFor(() => expect(running.receiver.received).toHaveLength(2));
    const [first, second] = running.receiver.received;
    expect(second?.id).toBe(first?.id);
  });

  it('delay events', async () => {
    const running = await startWithReceiver();
    await running.control('PUT', '/webhooks', { delayMs: 3_600_000 });
    await expireOne(running);
    await running.control('PUT', '/webhooks', {});
    await payCheckout(running);
    await vi.waitFor(() => expect(running.receiver.types().sort()).toEqual([...paidTypes].sort()));

    running.advance(3_600);
    await running.control('PUT', '/webhooks', {});

    await vi.waitFor(() => expect(running.receiver.types()).toContain('checkout.session.expired'));
  });

  it('reorder events: newest first', async () => {
    const running = await startWithReceiver();
    await running.control('PUT', '/webhooks', { reorder: true });
    await payCheckout(running);
    await vi.waitFor(() => expect(running.receiver.types()).toEqual([...paidTypes].reverse()));
  });

  it('fail a number of attempts, which are tried again', async () => {
    const running = await startWithReceiver();
    await running.control('PUT', '/webhooks', { fail: 2 });
    await expireOne(running);

    await vi.waitFor(() => expect(running.receiver.received).toHaveLength(1));

    await vi.waitFor(async () => {
      const { items } = await readEvents(running);
      expect(items[0]?.deliveries).toMatchObject([{ state: 'delivered', attemptCount: 3 }]);
    });
  });

  it('fail attempts until it is enough', async () => {
    const running = await startWithReceiver();
    await running.control('PUT', '/webhooks', { fail: true });
    await expireOne(running);
    await vi.waitFor(async () => {
      const { items } = await readEvents(running);
      expect(items[0]?.deliveries[0]?.attemptCount).toBeGreaterThanOrEqual(3);
    });
    expect(running.receiver.received).toEqual([]);

    await running.control('PUT', '/webhooks', {});

    await vi.waitFor(() => expect(running.receiver.received).toHaveLength(1));
  });

  it('refuse what they do not know', async () => {
    const { control } = await startEmulator();
    expect(await control('PUT', '/webhooks', { drop: -1 })).toMatchObject({ status: 400 });
    expect(await control('PUT', '/webhooks', { dorp: true })).toMatchObject({ status: 400 });
    expect((await control('GET', '/webhooks')).body).toEqual({
      drop: false,
      duplicate: false,
      delayMs: 0,
      reorder: false,
      fail: false,
    });
  });
});

describe('the list of events', () => {
  it('comes in pages, newest first', async () => {
    const running = await startEmulator();
    await payCheckout(running);

    const first = await readEvents(running, '?limit=3');
    const second = await readEvents(running, `?limit=3&cursor=${first.nextCursor}`);

    const types = [...first.items, ...second.items].map((event) => event.type);
    expect(types).toEqual([...paidTypes].reverse());
    expect(second.nextCursor).toBeNull();
  });

  it('lets one be sent again, even a dropped one', async () => {
    const running = await startWithReceiver();
    await running.control('PUT', '/webhooks', { drop: true });
    await expireOne(running);
    const { items } = await readEvents(running);

    const resent = await running.control('POST', `/events/${items[0]?.id}/resend`);

    expect(resent).toMatchObject({ status: 200, body: { state: 'pending' } });
    await vi.waitFor(() => expect(running.receiver.types()).toEqual(['checkout.session.expired']));
    expect((await running.control('POST', '/events/evt_none/resend')).status).toBe(404);
  });
});
