import type { Tone } from '#components/ui/badge.tsx';
import type { AdminPayment } from '#lib/api/types.ts';

/** How good it is, how a payment stands. */
export const paymentTone: Record<AdminPayment['status'], Tone> = {
  pending: 'neutral',
  processing: 'neutral',
  paid: 'good',
  partially_refunded: 'neutral',
  refunded: 'neutral',
  disputed: 'trouble',
  expired: 'neutral',
  failed: 'neutral',
  quarantined: 'wait',
};
