import { type Ticket, ticketStatus } from '#modules/ticket/index.ts';

/** A ticket and what its ledger says. */
export interface NoticedTicket extends Pick<Ticket, 'id' | 'state' | 'entriesLeft' | 'validFrom' | 'validUntil'> {
  /** What it was granted and what was added by hand. */
  entriesGranted: number;
  /** How often entries were granted, or changed by hand. */
  topUps: number;
  /** The last row of its ledger. */
  changedAt: Temporal.Instant;
}

export interface TicketNotice {
  kind: 'ticket_low' | 'ticket_expiring';
  ticket: NoticedTicket;
}

const { compare } = Temporal.Instant;
const EXPIRES_SOON_HOURS = 7 * 24;
/** News are told while they are news: who used up a ticket weeks ago has decided. */
const LOW_IS_NEWS_HOURS = 3 * 24;

/**
 * What a member is to be told about their tickets at `now`, given all of them that are still valid.
 *
 * Nobody is asked to buy who has another ticket to go on with.
 */
export function dueTicketNotices(tickets: readonly NoticedTicket[], now: Temporal.Instant): TicketNotice[] {
  return tickets.flatMap((ticket): TicketNotice[] => {
    const others = tickets.filter((other) => other !== ticket && isUsable(other, now));
    if (expiresSoon(ticket, now))
      return others.some(isValidBeyond(ticket)) ? [] : [{ kind: 'ticket_expiring', ticket }];
    return ranLow(ticket, now) && others.length === 0 ? [{ kind: 'ticket_low', ticket }] : [];
  });
}

/** With something left that would be lost. A short ticket is said to expire in the last quarter of its time only. */
function expiresSoon(ticket: NoticedTicket, now: Temporal.Instant): boolean {
  const { validFrom, validUntil } = ticket;
  if (!validFrom || !validUntil || ticketStatus(ticket, now) !== 'active') return false;
  const quarter = validUntil.since(validFrom).total('hours') / 4;
  return validUntil.since(now).total('hours') <= Math.min(EXPIRES_SOON_HOURS, quarter);
}

/** A ticket for a single class is not told: it was bought to be used up. */
function ranLow(ticket: NoticedTicket, now: Temporal.Instant): boolean {
  const { entriesLeft, entriesGranted, changedAt } = ticket;
  const status = ticketStatus(ticket, now);
  if (status !== 'active' && status !== 'used_up') return false;
  if (entriesLeft === null || entriesLeft > 1 || entriesGranted <= 1) return false;
  return now.since(changedAt).total('hours') <= LOW_IS_NEWS_HOURS;
}

function isUsable(ticket: NoticedTicket, now: Temporal.Instant): boolean {
  const status = ticketStatus(ticket, now);
  return status === 'active' || status === 'not_started';
}

/** One that has not started has no end yet. */
function isValidBeyond({ validUntil }: NoticedTicket): (other: NoticedTicket) => boolean {
  return (other) => !other.validUntil || !validUntil || compare(other.validUntil, validUntil) > 0;
}
