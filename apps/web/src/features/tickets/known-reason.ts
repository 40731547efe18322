/** Reasons that the system writes down by itself, as they are kept, and our words for them (`tickets.reasons`). */
const known = {
  'Paid at the desk in cash': 'deskCash',
  'Paid at the desk by card': 'deskCard',
  'Given at the desk': 'deskFree',
  import: 'imported',
  'payment: paid': 'paid',
  'payment: paid_late': 'paid',
  'payment: accepted': 'paid',
  'payment: refunded': 'refunded',
  'payment: dispute_opened': 'disputed',
  'payment: dispute_won': 'disputeWon',
  'payment: dispute_lost': 'disputeLost',
} as const;

export const reasonCodes = [...new Set(Object.values(known))];
export type ReasonCode = (typeof reasonCodes)[number];

export interface KnownReason {
  code: ReasonCode;
  /** What somebody typed in addition. */
  more: string | null;
}

const isKnown = (reason: string): reason is keyof typeof known => Object.hasOwn(known, reason);

/** One of the system's own reasons, with what was typed behind it; null for everything that people wrote. */
export function knownReason(reason: string): KnownReason | null {
  if (isKnown(reason)) return { code: known[reason], more: null };
  const [own = '', ...typed] = reason.split(': ');
  return isKnown(own) && own !== 'import' ? { code: known[own], more: typed.join(': ') } : null;
}
