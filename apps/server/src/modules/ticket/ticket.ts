export type TicketState = 'active' | 'frozen' | 'revoked';

/** A member's right to book, as the rules see it. */
export interface Ticket {
  id: string;
  userId: string;
  unlimited: boolean;
  /** null exactly when unlimited */
  entriesLeft: number | null;
  /** null: every class */
  classTypeIds: readonly string[] | null;
  state: TicketState;
  /** Both null until the first booking of a plan that starts then; otherwise valid from here … */
  validFrom: Temporal.Instant | null;
  /** … until just before here. */
  validUntil: Temporal.Instant | null;
  /** For how long a ticket runs once its first booking starts it; null when it had its times from the beginning. */
  validityDays: number | null;
  createdAt: Temporal.Instant;
}

export interface Validity {
  validFrom: Temporal.Instant;
  validUntil: Temporal.Instant;
}

/** What a screen calls a ticket: its state, or why it cannot be used although that is active. */
export type TicketStatus = TicketState | 'expired' | 'used_up' | 'not_started';

/**
 * The validity of a ticket that starts at `from`. A day is 24 hours: a ticket belongs to no place whose clocks could
 * shorten one.
 */
export function validityFrom(from: Temporal.Instant, days: number): Validity {
  return { validFrom: from, validUntil: from.add({ hours: 24 * days }) };
}

/** How a ticket stands at `now`; what ended it for good is said before what may change again. */
export function ticketStatus(
  ticket: Pick<Ticket, 'state' | 'entriesLeft' | 'validFrom' | 'validUntil'>,
  now: Temporal.Instant,
): TicketStatus {
  if (ticket.state === 'revoked') return 'revoked';
  // A frozen ticket cannot expire: thawing it adds the time it was frozen.
  if (ticket.state === 'frozen') return 'frozen';
  if (ticket.validUntil && Temporal.Instant.compare(now, ticket.validUntil) >= 0) return 'expired';
  if (ticket.entriesLeft === 0) return 'used_up';
  if (!ticket.validFrom || Temporal.Instant.compare(now, ticket.validFrom) < 0) return 'not_started';
  return 'active';
}

/** The end of the validity after a freeze: later by the frozen days, begun ones counted whole. */
export function thawedUntil(
  validUntil: Temporal.Instant | null,
  frozenAt: Temporal.Instant,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const days = Math.ceil(now.since(frozenAt).total('hours') / 24);
  return validUntil?.add({ hours: 24 * days }) ?? null;
}
