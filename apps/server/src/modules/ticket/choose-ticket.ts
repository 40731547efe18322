import type { Ticket } from './ticket.ts';

/** What decides whether a ticket covers a session. */
export interface TicketUse {
  startsAt: Temporal.Instant;
  classTypeId: string;
}

const DAY_MS = 86_400_000;
const { compare } = Temporal.Instant;

/**
 * True when a booking made at `now` may spend this ticket on the session.
 *
 * The ticket must be valid when the session starts, not when it is booked. One that starts at its first booking would run
 * from now. Rule: DOMAIN "Book".
 */
export function isUsable(ticket: Ticket, session: TicketUse, now: Temporal.Instant): boolean {
  if (ticket.state !== 'active') return false;
  if (!ticket.unlimited && (ticket.entriesLeft ?? 0) < 1) return false;
  if (ticket.classTypeIds && !ticket.classTypeIds.includes(session.classTypeId)) return false;
  return isValidAt(ticket, session.startsAt, now);
}

/**
 * The ticket that a booking spends: the named one, otherwise unlimited first, then the earliest end, then the most
 * restrictive plan, then the oldest. Undefined when none is usable. One pass without copies: it runs for every booking
 * of a stampede. Rule: DOMAIN "Book".
 */
export function chooseTicket<T extends Ticket>(
  tickets: readonly T[],
  session: TicketUse,
  now: Temporal.Instant,
  ticketId?: string,
): T | undefined {
  let best: T | undefined;
  for (const ticket of tickets) {
    if (ticketId !== undefined && ticket.id !== ticketId) continue;
    if (!isUsable(ticket, session, now)) continue;
    if (!best || precedence(ticket, best) < 0) best = ticket;
  }
  return best;
}

function isValidAt(ticket: Ticket, at: Temporal.Instant, now: Temporal.Instant): boolean {
  const { validFrom, validUntil, validityDays } = ticket;
  if (validFrom && validUntil) return compare(validFrom, at) <= 0 && compare(at, validUntil) < 0;
  return at.epochMilliseconds < now.epochMilliseconds + (validityDays ?? 0) * DAY_MS;
}

/** Negative when `a` is spent before `b`; never 0 for two tickets. */
function precedence(a: Ticket, b: Ticket): number {
  if (a.unlimited !== b.unlimited) return a.unlimited ? -1 : 1;
  return (
    byEnd(a, b) || byClasses(a, b) || compare(a.createdAt, b.createdAt) || (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

/** A ticket that has not started has no end yet, so one that runs already goes first. */
function byEnd({ validUntil: a }: Ticket, { validUntil: b }: Ticket): number {
  if (a && b) return compare(a, b);
  return Number(a === null) - Number(b === null);
}

function byClasses({ classTypeIds: a }: Ticket, { classTypeIds: b }: Ticket): number {
  if (a && b) return a.length - b.length;
  return Number(a === null) - Number(b === null);
}
