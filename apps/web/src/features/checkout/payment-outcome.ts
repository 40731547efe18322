import type { Payment } from '#lib/api/types.ts';

/** What a payment has come to, as far as its buyer is concerned. */
export type PaymentOutcome = 'waiting' | 'granted' | 'expired' | 'failed' | 'quarantined' | 'refunded' | 'disputed';

/** A payment that is confirmed is waited for until its ticket is there as well. */
export function paymentOutcome({ status, ticketId }: Pick<Payment, 'status' | 'ticketId'>): PaymentOutcome {
  switch (status) {
    case 'pending':
    case 'processing':
      return 'waiting';
    case 'paid':
    case 'partially_refunded':
      return ticketId ? 'granted' : 'waiting';
    default:
      return status;
  }
}
