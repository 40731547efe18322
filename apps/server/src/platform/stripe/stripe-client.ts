import Stripe from 'stripe';

export interface StripeSettings {
  /** null: the emulator */
  stripeSecretKey: string | null;
  stripeEmulatorPort: number;
}

/** The version of Stripe's API that our types and our emulator are of; an upgrade of the SDK must not change it unseen. */
const API_VERSION = '2026-10-28.endive';

const COMMON = { apiVersion: API_VERSION, maxNetworkRetries: 2, timeout: 10_000, telemetry: false } as const;

/** Stripe with the studio's key, otherwise the emulator on this machine. Nothing is sent yet. */
export function createStripe({ stripeSecretKey, stripeEmulatorPort: port }: StripeSettings): Stripe {
  if (stripeSecretKey) return new Stripe(stripeSecretKey, COMMON);
  return new Stripe('sk_test_openmat_emulator', { ...COMMON, host: '127.0.0.1', port, protocol: 'http' });
}

/**
 * True when Stripe understood the request and will never do it: asking again cannot help. Anything else (network, 5xx,
 * limits, a key that was revoked) may have another outcome later.
 */
export function isStripeRefusal(error: unknown): error is Stripe.errors.StripeError {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError || error instanceof Stripe.errors.StripeIdempotencyError
  );
}

/** True for whatever the SDK throws. */
export function isStripeError(error: unknown): error is Stripe.errors.StripeError {
  return error instanceof Stripe.errors.StripeError;
}
