import type { Delivery } from '#lib/api/types.ts';

/** The colour of what became of a message. */
export const statusTone: Record<Delivery['status'], string> = {
  queued: 'text-wait',
  sent: 'text-ink',
  skipped: 'text-muted',
  failed: 'text-trouble',
};
