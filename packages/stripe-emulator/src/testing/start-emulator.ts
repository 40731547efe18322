import Stripe from 'stripe';
import { onTestFinished } from 'vitest';
import { createStripeEmulator, type StripeEmulator } from '../create-stripe-emulator.ts';
import type { EmulatorOptions } from '../options.ts';
import { startWebhookReceiver, type WebhookReceiver, webhookSecret } from './webhook-receiver.ts';

export interface TestEmulator {
  emulator: StripeEmulator;
  url: string;
  /** The unmodified SDK, pointed at the emulator. */
  stripe: Stripe;
  /** Calls the control API; throws nothing, so that tests can look at errors. */
  control(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<{ status: number; body: unknown }>;
  /** Sets the emulator's clock forward. */
  advance(seconds: number): void;
}

/** A running emulator on a free port, ended with the test. */
export async function startEmulator(options: Partial<EmulatorOptions> = {}): Promise<TestEmulator> {
  let offset = 0;
  const emulator = createStripeEmulator({
    webhookSecret,
    clock: () => Date.now() + offset,
    ...options,
    timing: { firstRetryMs: 5, maxRetryMs: 20, reorderWindowMs: 60, sweepMs: 5, saveMs: 1, ...options.timing },
  });
  const url = await emulator.listen();
  onTestFinished(() => emulator.close());
  return {
    emulator,
    url,
    stripe: connect(url),
    control: async (method, path, body) => {
      const headers = body ? { 'content-type': 'application/json' } : {};
      const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
      const response = await fetch(`${url}/_emulator${path}`, init);
      return { status: response.status, body: await response.json() };
    },
    advance: (seconds) => {
      offset += seconds * 1000;
    },
  };
}

/** As above, with a platform that receives its webhooks. */
export async function startWithReceiver(
  options: Partial<EmulatorOptions> = {},
): Promise<TestEmulator & { receiver: WebhookReceiver }> {
  const receiver = await startWebhookReceiver();
  onTestFinished(() => receiver.close());
  return { ...(await startEmulator({ webhookUrl: receiver.url, ...options })), receiver };
}

export function connect(url: string, config: Stripe.StripeConfig = {}): Stripe {
  const { hostname: host, port } = new URL(url);
  return new Stripe('sk_test_openmat', { host, port, protocol: 'http', telemetry: false, ...config });
}
