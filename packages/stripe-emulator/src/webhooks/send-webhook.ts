import Stripe from 'stripe';
import type { DeliveryAttempt, EventRecord } from '../core/records.ts';

interface Request {
  url: string;
  secret: string;
  event: EventRecord;
  timeoutMs: number;
  signal: AbortSignal;
}

/** Posts one signed event. Anything but a 2xx answer within the time limit is a failed attempt; it never throws. */
export async function sendWebhook({ url, secret, event, timeoutMs, signal }: Request): Promise<DeliveryAttempt> {
  const startedAt = Date.now();
  const attempt = (status: number | null, error: string | null): DeliveryAttempt => ({
    at: new Date(startedAt).toISOString(),
    status,
    error,
    durationMs: Date.now() - startedAt,
  });
  // Indented as Stripe sends it: a receiver that verifies re-serialized JSON instead of the raw body must fail here too.
  const payload = JSON.stringify(event, null, 2);
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: payload,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload, secret }),
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    return attempt(response.status, response.ok ? null : `The platform answered ${response.status}.`);
  } catch (error) {
    return attempt(null, reasonOf(error));
  }
}

/** `fetch` hides why it failed in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}
