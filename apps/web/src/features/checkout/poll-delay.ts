import type { Payment } from '#lib/api/types.ts';
import { paymentOutcome } from './payment-outcome.ts';

/** Confirmation normally takes a second or two. */
const SOON_MS = 1_500;
const LATER_MS = 5_000;
/** A bank takes seconds to days. */
const BANK_MS = { first: 3_000, later: 15_000 };
/** One to two minutes. */
const MANY = 40;

/**
 * How long to wait before asking again how a payment stands, in milliseconds; false when there is nothing more to hear.
 *
 * @param asked how often it has been answered already
 */
export function pollDelay(payment: Pick<Payment, 'status' | 'ticketId'> | undefined, asked: number): number | false {
  if (!payment) return LATER_MS;
  if (paymentOutcome(payment) !== 'waiting') return false;
  if (payment.status === 'processing') return asked < MANY ? BANK_MS.first : BANK_MS.later;
  return asked < MANY ? SOON_MS : LATER_MS;
}
