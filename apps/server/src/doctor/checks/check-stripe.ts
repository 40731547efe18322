import type Stripe from 'stripe';
import { createStripe, isStripeError, type StripeSettings } from '#platform/stripe/stripe-client.ts';
import type { Config } from '../../config.ts';
import type { Finding } from '../finding.ts';

type PaymentSettings = StripeSettings & Pick<Config, 'environment'>;

const subject = 'Stripe';

/** Whether purchases can be paid: the account of the key, or the emulator in place of Stripe. */
export function checkStripe(config: PaymentSettings, stripe = createStripe(config)): Promise<Finding> {
  return config.stripeSecretKey ? checkAccount(config, stripe) : checkEmulator(config);
}

async function checkAccount(config: PaymentSettings, stripe: Stripe): Promise<Finding> {
  try {
    const { id, charges_enabled: canCharge } = await stripe.accounts.retrieveCurrent();
    if (!canCharge) return { subject, level: 'error', message: `account ${id} may not take payments yet` };
    const isTest = config.stripeSecretKey?.includes('_test_') ?? false;
    if (isTest && config.environment === 'production') {
      return { subject, level: 'warning', message: `account ${id} with a test key: no real money moves` };
    }
    return { subject, level: 'ok', message: `account ${id}${isTest ? ' (test mode)' : ''}` };
  } catch (error) {
    if (!isStripeError(error)) throw error;
    // A restricted key that may only do what we need cannot read the account; that is no fault.
    const level = error.type === 'StripePermissionError' ? 'warning' : 'error';
    return { subject, level, message: `the account cannot be read: ${error.message}` };
  }
}

async function checkEmulator({ stripeEmulatorPort: port }: PaymentSettings): Promise<Finding> {
  try {
    const { ok } = await fetch(`http://127.0.0.1:${port}/_emulator/events`, { signal: AbortSignal.timeout(2_000) });
    if (ok) return { subject, level: 'ok', message: `emulator on port ${port}` };
  } catch {
    // Whatever keeps it from answering, the answer to the user is the same.
  }
  return {
    subject,
    level: 'warning',
    message: `the emulator is not running on port ${port}; nothing can be bought now`,
  };
}
