import type { Selectable } from 'kysely';
import type { DB } from '#platform/db/db-types.generated.ts';

export type PaymentRow = Selectable<DB['payments']>;
export type RefundRow = Selectable<DB['refunds']>;
export type PaymentStatus = PaymentRow['status'];

export const paymentStatuses = [
  'pending',
  'processing',
  'paid',
  'partially_refunded',
  'refunded',
  'disputed',
  'expired',
  'failed',
  'quarantined',
] as const satisfies readonly PaymentStatus[];

/** What decides the fate of a payment on our side. */
export type PaymentTerms = Pick<PaymentRow, 'status' | 'amountMinor' | 'currency'>;

/**
 * What can still go back to the buyer, in minor units: only of what was paid and is not disputed.
 *
 * @param promisedMinor refunds that Stripe has not heard of; they count as given
 */
export function refundableMinor(
  { status, amountMinor, refundedMinor }: Pick<PaymentRow, 'status' | 'amountMinor' | 'refundedMinor'>,
  promisedMinor: number,
): number {
  if (status !== 'paid' && status !== 'partially_refunded') return 0;
  return amountMinor - refundedMinor - promisedMinor;
}

/** What Stripe says about a payment at one moment; amounts in minor units. */
export interface StripeFacts {
  checkout: 'open' | 'complete' | 'expired';
  /** `free`: nothing was to be paid */
  money: 'unpaid' | 'paid' | 'free';
  /** A delayed payment that the bank has refused for good. */
  attemptFailed: boolean;
  amountTotal: number;
  /** ISO 4217 in capitals */
  currency: string;
  /** Refunds that are on their way count, refunds that failed do not. */
  amountRefunded: number;
  dispute: 'none' | 'open' | 'won' | 'lost';
  /** What lost disputes took back. */
  amountLost: number;
}

/** What happens to the ticket when a payment changes. */
export type TicketEffect = 'grant' | 'revoke' | 'freeze' | 'unfreeze';

/** One change of a payment. */
export interface PaymentStep {
  to: PaymentStatus;
  effect: TicketEffect | null;
  /** Why, in the words of the history that the admin reads. */
  cause: string;
}
