import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** After a rotation the old secret signs along for so long. */
export const ROTATION_HOURS = 24;

/** A new secret in the notation of Standard Webhooks. */
export function createSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

export interface DeliverySecrets {
  secret: string;
  previousSecret: string | null;
  previousSecretUntil: Temporal.Instant | null;
}

/** The headers of Standard Webhooks. The id is the event's, the same at every attempt, so that receivers notice repetitions. */
export function signDelivery(
  eventId: string,
  body: string,
  secrets: DeliverySecrets,
  now: Temporal.Instant,
): Record<string, string> {
  const at = new Date(now.epochMilliseconds);
  const signatures = validSecrets(secrets, now).map((secret) => new Webhook(secret).sign(eventId, at, body));
  return {
    'webhook-id': eventId,
    'webhook-timestamp': String(Math.floor(now.epochMilliseconds / 1_000)),
    'webhook-signature': signatures.join(' '),
  };
}

function validSecrets({ secret, previousSecret, previousSecretUntil }: DeliverySecrets, now: Temporal.Instant) {
  const overlaps = previousSecretUntil && Temporal.Instant.compare(now, previousSecretUntil) < 0;
  return overlaps && previousSecret ? [secret, previousSecret] : [secret];
}
