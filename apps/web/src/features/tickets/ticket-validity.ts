import type { Ticket } from '#lib/api/types.ts';

/** How long before its end a ticket is worth a second look. */
const SOON_MS = 7 * 864e5;

type Dates = Pick<Ticket, 'state' | 'validFrom' | 'validUntil' | 'frozenAt'>;

/** Which sentence tells when a ticket can be used. */
export type ValidityKind = 'startsWithBooking' | 'from' | 'until' | 'soon' | 'ended' | 'frozen' | 'revoked';

/** Chooses the sentence; what the ticket is worth has been decided by the API. */
export function validityKind({ state, validFrom, validUntil, frozenAt }: Dates, now: number): ValidityKind {
  if (state === 'revoked') return 'revoked';
  if (state === 'frozen' && frozenAt) return 'frozen';
  if (!validFrom || !validUntil) return 'startsWithBooking';
  if (state === 'expired') return 'ended';
  if (state === 'not_started') return 'from';
  return state === 'active' && Date.parse(validUntil) - now < SOON_MS ? 'soon' : 'until';
}

/** Tickets that will never be good for another booking: they are kept for their history. */
export function isOver({ state }: Pick<Ticket, 'state'>): boolean {
  return state === 'expired' || state === 'used_up' || state === 'revoked';
}
