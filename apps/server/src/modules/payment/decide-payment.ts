import type { PaymentStatus, PaymentStep, PaymentTerms, StripeFacts } from './payment.ts';

/**
 * All changes that bring a payment to what Stripe says, in order.
 *
 * Stripe is asked anew for every event, so what came between two looks may never be seen: a payment that is found paid and
 * refunded at once still becomes paid first, and its ticket is granted and then revoked. That is why duplicate, reordered
 * and late events end in the same place. Rule: DOMAIN "Payments".
 */
export function decidePayment(payment: PaymentTerms, facts: StripeFacts): PaymentStep[] {
  const steps: PaymentStep[] = [];
  let { status } = payment;
  for (let step = nextStep(payment, facts); step; step = nextStep({ ...payment, status }, facts)) {
    steps.push(step);
    status = step.to;
  }
  return steps;
}

/** What went back to the buyer, by refunds and lost disputes. */
export function amountReturned(payment: PaymentTerms, facts: StripeFacts): number {
  return Math.min(payment.amountMinor, facts.amountRefunded + facts.amountLost);
}

function nextStep(payment: PaymentTerms, facts: StripeFacts): PaymentStep | null {
  switch (payment.status) {
    case 'pending':
    case 'processing':
    case 'expired':
    case 'failed':
      return unpaidStep(payment, facts);
    case 'quarantined':
      // The admin gave the money back in Stripe; there is no ticket.
      return isReturned(facts) ? { to: 'refunded', effect: null, cause: 'refunded' } : null;
    case 'paid':
    case 'partially_refunded':
    case 'refunded':
    case 'disputed':
      return paidStep(payment.status, facts);
  }
}

function unpaidStep(payment: PaymentTerms, facts: StripeFacts): PaymentStep | null {
  const { status } = payment;
  if (facts.checkout === 'complete' && facts.money !== 'unpaid') return moneyTaken(payment, facts);
  // Only money brings a payment back from here.
  if (status === 'expired' || status === 'failed') return null;
  if (facts.checkout === 'complete' && facts.attemptFailed) {
    return { to: 'failed', effect: null, cause: 'payment_failed' };
  }
  if (status === 'processing') return null;
  if (facts.checkout === 'complete') return { to: 'processing', effect: null, cause: 'payment_started' };
  return facts.checkout === 'expired' ? { to: 'expired', effect: null, cause: 'checkout_expired' } : null;
}

function moneyTaken(payment: PaymentTerms, facts: StripeFacts): PaymentStep {
  if (facts.amountTotal !== payment.amountMinor) return { to: 'quarantined', effect: null, cause: 'amount_mismatch' };
  if (facts.currency !== payment.currency) return { to: 'quarantined', effect: null, cause: 'currency_mismatch' };
  // After `expired` and `failed` too: the money was taken, so the member gets what they paid for.
  const late = payment.status === 'expired' || payment.status === 'failed';
  return { to: 'paid', effect: 'grant', cause: late ? 'paid_late' : 'paid' };
}

type PaidStatus = Extract<PaymentStatus, 'paid' | 'partially_refunded' | 'refunded' | 'disputed'>;

function paidStep(from: PaidStatus, facts: StripeFacts): PaymentStep | null {
  const to = paidStatus(facts);
  if (to === from) return null;
  if (to === 'refunded') return { to, effect: 'revoke', cause: facts.dispute === 'lost' ? 'dispute_lost' : 'refunded' };
  // A refund that fails gives the money back to the studio. The ticket and its seats are gone: the admin assigns a new one.
  if (from === 'refunded') return { to, effect: null, cause: 'refund_failed' };
  if (to === 'disputed') return { to, effect: 'freeze', cause: 'dispute_opened' };
  if (from === 'disputed') return { to, effect: 'unfreeze', cause: 'dispute_won' };
  return { to, effect: null, cause: to === 'paid' ? 'refund_failed' : 'refunded' };
}

function paidStatus(facts: StripeFacts): PaidStatus {
  if (facts.dispute === 'lost' || isReturned(facts)) return 'refunded';
  if (facts.dispute === 'open') return 'disputed';
  return facts.amountRefunded > 0 ? 'partially_refunded' : 'paid';
}

/** All that Stripe took went back; never true for a purchase that cost nothing. */
function isReturned({ amountTotal, amountRefunded, amountLost }: StripeFacts): boolean {
  return amountTotal > 0 && amountRefunded + amountLost >= amountTotal;
}
