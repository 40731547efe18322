import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createStripeEmulator } from './create-stripe-emulator.ts';
import { cards, openCheckout, payCheckout, tenEntries } from './testing/checkout.ts';
import { startEmulator } from './testing/start-emulator.ts';
import { startWebhookReceiver, webhookSecret } from './testing/webhook-receiver.ts';

async function makeDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'stripe-emulator-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  return dataDir;
}

describe('with a data directory', () => {
  it('has after a restart what it had before', async () => {
    const dataDir = await makeDataDir();
    const before = await startEmulator({ dataDir });
    const { session, intent, charge } = await payCheckout(before);
    const open = await openCheckout(before);
    const refund = await before.stripe.refunds.create({ payment_intent: intent.id, amount: 100 });
    const keyed = await before.stripe.checkout.sessions.create(tenEntries, { idempotencyKey: 'key-1' });
    const events = await before.stripe.events.list();
    await before.emulator.close();

    const after = await startEmulator({ dataDir });

    await expect(after.stripe.checkout.sessions.retrieve(session.id)).resolves.toMatchObject({
      payment_status: 'paid',
    });
    await expect(after.stripe.charges.retrieve(charge.id)).resolves.toMatchObject({ amount_refunded: 100 });
    await expect(after.stripe.refunds.retrieve(refund.id)).resolves.toMatchObject({ amount: 100 });
    expect((await after.stripe.events.list()).data).toEqual(events.data);
    const replayed = await after.stripe.checkout.sessions.create(tenEntries, { idempotencyKey: 'key-1' });
    expect(replayed.id).toBe(keyed.id);
    expect(replayed.lastResponse.headers['idempotent-replayed']).toBe('true');
    const paid = await after.control('POST', `/checkout/sessions/${open.id}/complete`, { card: cards.success });
    expect(paid).toMatchObject({ status: 200, body: { payment_status: 'paid' } });
  });

  it('goes on delivering what was not delivered', async () => {
    const dataDir = await makeDataDir();
    const down = await startWebhookReceiver();
    await down.close();
    const before = await startEmulator({ dataDir, webhookUrl: down.url });
    await payCheckout(before);
    await before.emulator.close();

    const up = await startWebhookReceiver(Number(new URL(down.url).port));
    onTestFinished(() => up.close());
    await startEmulator({ dataDir, webhookUrl: down.url });

    await vi.waitFor(() => expect(up.types()).toContain('checkout.session.completed'));
  });

  it('writes soon after a change, without waiting for its end', async () => {
    const dataDir = await makeDataDir();
    const running = await startEmulator({ dataDir });
    const { id } = await openCheckout(running);
    await vi.waitFor(async () => {
      expect(await readFile(join(dataDir, 'stripe-emulator.json'), 'utf8')).toContain(id);
    });
  });

  it('leaves only whole files', async () => {
    const dataDir = await makeDataDir();
    const running = await startEmulator({ dataDir });
    for (let count = 0; count < 20; count++) await openCheckout(running);
    await running.emulator.close();
    expect(await readdir(dataDir)).toEqual(['stripe-emulator.json']);
    const saved = JSON.parse(await readFile(join(dataDir, 'stripe-emulator.json'), 'utf8'));
    expect(saved.sessions).toHaveLength(20);
  });

  it('refuses a file that it cannot read instead of forgetting it', async () => {
    const dataDir = await makeDataDir();
    await writeFile(join(dataDir, 'stripe-emulator.json'), '{"sessions":[');
    expect(() => createStripeEmulator({ webhookSecret, dataDir })).toThrow(/is not valid JSON; remove it/);
  });
});

it('starts empty without one', async () => {
  const before = await startEmulator();
  await openCheckout(before);
  await before.emulator.close();
  const after = await startEmulator();
  expect((await after.stripe.checkout.sessions.list()).data).toEqual([]);
});

it('gives out addresses on its public URL', async () => {
  const running = await startEmulator({ publicUrl: 'https://pay.studio.test/' });
  const response = await running.emulator.app.inject({
    method: 'POST',
    url: '/v1/checkout/sessions',
    headers: { authorization: 'Bearer sk_test_1', 'content-type': 'application/x-www-form-urlencoded' },
    payload:
      'mode=payment&success_url=http://studio.test&line_items[0][quantity]=1&line_items[0][price_data][currency]=eur&line_items[0][price_data][unit_amount]=500&line_items[0][price_data][product_data][name]=x',
  });
  expect(response.json().url).toBe(`https://pay.studio.test/c/pay/${response.json().id}`);
});

it('says that it is alive', async () => {
  const { control } = await startEmulator();
  expect(await control('GET', '/health')).toEqual({ status: 200, body: { status: 'ok' } });
});
