import { describe, expect, it } from 'vitest';
import { tenEntries } from '../testing/checkout.ts';
import { connect, startEmulator } from '../testing/start-emulator.ts';

describe('failNext', () => {
  it("is recovered by the SDK's own retry with the same key", async () => {
    const { stripe, control } = await startEmulator();
    await control('PUT', '/api', { failNext: 1 });

    const session = await stripe.checkout.sessions.create(tenEntries, { idempotencyKey: 'key-1' });

    expect(session.status).toBe('open');
    expect(session.lastResponse.headers['idempotent-replayed']).toBeUndefined();
    expect((await control('GET', '/api')).body).toMatchObject({ failNext: 0 });
    const { data } = await stripe.checkout.sessions.list();
    expect(data).toHaveLength(1);
  });

  it('answers in the shape of Stripe when the SDK does not retry', async () => {
    const { url, control } = await startEmulator();
    await control('PUT', '/api', { failNext: 1 });
    const stripe = connect(url, { maxNetworkRetries: 0 });
    await expect(stripe.customers.create()).rejects.toMatchObject({ statusCode: 500, rawType: 'api_error' });
    await expect(stripe.customers.create()).resolves.toHaveProperty('object', 'customer');
  });

  it('can be meant for some requests only', async () => {
    const { url, control } = await startEmulator();
    const stripe = connect(url, { maxNetworkRetries: 0 });
    await control('PUT', '/api', { failNext: 1, method: 'POST', path: '/v1/checkout/sessions' });

    await stripe.customers.create();
    await stripe.checkout.sessions.list();
    await expect(stripe.checkout.sessions.create(tenEntries)).rejects.toMatchObject({ statusCode: 500 });
  });

  it('ends with an empty PUT', async () => {
    const { url, control } = await startEmulator();
    await control('PUT', '/api', { failNext: 100 });
    const reset = await control('PUT', '/api', {});
    expect(reset.body).toMatchObject({ failNext: 0 });
    await expect(connect(url, { maxNetworkRetries: 0 }).customers.create()).resolves.toBeDefined();
  });
});

describe('failStoredNext', () => {
  it('is replayed to its key, and only a new key gets through', async () => {
    const { stripe, control } = await startEmulator();
    await control('PUT', '/api', { failStoredNext: 1 });
    const create = (idempotencyKey: string) => stripe.checkout.sessions.create(tenEntries, { idempotencyKey });

    await expect(create('key-1')).rejects.toMatchObject({ statusCode: 500 });
    await expect(create('key-1')).rejects.toMatchObject({
      statusCode: 500,
      headers: { 'idempotent-replayed': 'true' },
    });
    await expect(create('key-2')).resolves.toHaveProperty('status', 'open');

    const { data } = await stripe.checkout.sessions.list();
    expect(data).toHaveLength(1);
  });
});

describe('hangNext', () => {
  it("does the work without answering, and the SDK's retry with the same key finds it done", async () => {
    const { url, control } = await startEmulator();
    await control('PUT', '/api', { hangNext: 1 });
    const stripe = connect(url, { timeout: 100 });

    const session = await stripe.checkout.sessions.create(tenEntries, { idempotencyKey: 'key-1' });

    expect(session.lastResponse.headers['idempotent-replayed']).toBe('true');
    const { data } = await stripe.checkout.sessions.list();
    expect(data.map(({ id }) => id)).toEqual([session.id]);
  });

  it('does not keep the emulator from closing', async () => {
    const { url, control, emulator } = await startEmulator();
    await control('PUT', '/api', { hangNext: 1 });
    const hanging = connect(url, { maxNetworkRetries: 0 }).customers.create({ email: 'mia@example.com' });
    const failed = expect(hanging).rejects.toMatchObject({ type: 'StripeConnectionError' });
    await expect.poll(async () => (await control('GET', '/api')).body).toMatchObject({ hangNext: 0 });

    await emulator.close();

    await failed;
  });
});
