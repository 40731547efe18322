import type { Tone } from '#components/ui/badge.tsx';
import type { Delivery } from '#lib/api/types.ts';

/** How good it is, what became of a message. */
export const statusTone: Record<Delivery['status'], Tone> = {
  queued: 'wait',
  sent: 'good',
  skipped: 'neutral',
  failed: 'trouble',
};
