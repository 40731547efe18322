import { type AuditAction, type AuditActor, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { invalidField } from '#platform/http/app-error.ts';
import { refuseOtherVersion } from '#platform/http/version.ts';
import { thawedUntil } from './ticket.ts';
import type { TicketSeats } from './ticket-seats.ts';
import {
  insertLedger,
  type LockedTicket,
  lockTicket,
  notChangeable,
  ownerOf,
  type TicketRow,
  updateTicket,
} from './ticket-store.ts';

/** Who changes a ticket, and why. */
export interface ChangedBy {
  actor: AuditActor;
  reason: string | null;
  /** When it happens; the time of the transaction when absent. */
  at?: Temporal.Instant;
}

export interface TicketChange {
  /** Added to the balance; negative takes away. */
  entriesDelta?: number;
  validFrom?: Temporal.Instant;
  validUntil?: Temporal.Instant;
  /** The one that the admin saw; whatever it is now when absent. */
  version?: string;
}

type Columns = Partial<TicketRow>;

/**
 * Corrects the balance or the validity of a ticket. Bookings it has paid for already stay as they are.
 *
 * @throws AppError `version_conflict`, `ticket_not_changeable`; `validation_failed` for what makes no sense
 */
export async function changeTicket(
  tx: Tx,
  seats: TicketSeats,
  ticketId: string,
  change: TicketChange,
  by: ChangedBy,
): Promise<TicketRow> {
  const userId = await ownerOf(tx, ticketId);
  const work = async () => {
    const ticket = await lockTicket(tx, ticketId, by.at);
    refuseOtherVersion(change.version, ticket.updatedAt);
    if (ticket.state === 'revoked') throw notChangeable('The ticket was revoked');
    const { entriesDelta } = change;
    const after = { ...balanceAfter(ticket, entriesDelta), ...validityAfter(ticket, change) };
    if (Object.keys(after).length === 0) throw invalidField('body', 'changes nothing');
    if (entriesDelta) {
      const { actor, reason } = by;
      const who = { actorId: actor.id, reason, at: ticket.now };
      await insertLedger(tx, { ticketId, kind: 'adjust', entries: entriesDelta, ...who });
    }
    return save(tx, ticket, after, 'ticket.adjust', by);
  };
  const mayGain = (change.entriesDelta ?? 0) > 0 || change.validFrom || change.validUntil;
  return mayGain ? seats.afterGain(tx, userId, work) : work();
}

/** Suspends a ticket: it books nothing until it is unfrozen. */
export async function freezeTicket(tx: Tx, ticketId: string, by: ChangedBy): Promise<TicketRow> {
  const ticket = await lockTicket(tx, ticketId, by.at);
  const { state, validUntil, now } = ticket;
  if (state !== 'active') throw notChangeable(`The ticket is ${state}`);
  if (validUntil && Temporal.Instant.compare(validUntil, now) <= 0) throw notChangeable('The ticket has expired');
  return save(tx, ticket, { state: 'frozen', frozenAt: now }, 'ticket.freeze', by);
}

/** Ends the suspension; the days it took are added to the end of the validity. */
export async function unfreezeTicket(tx: Tx, seats: TicketSeats, ticketId: string, by: ChangedBy): Promise<TicketRow> {
  return seats.afterGain(tx, await ownerOf(tx, ticketId), async () => {
    const ticket = await lockTicket(tx, ticketId, by.at);
    const { frozenAt, validUntil, now } = ticket;
    if (!frozenAt) throw notChangeable('The ticket is not frozen');
    const after = { state: 'active' as const, frozenAt: null, validUntil: thawedUntil(validUntil, frozenAt, now) };
    return save(tx, ticket, after, 'ticket.unfreeze', by);
  });
}

/** Takes a ticket away for good, with what is left on it and with the seats it paid for in coming sessions. */
export function revokeTicket(tx: Tx, seats: TicketSeats, ticketId: string, by: ChangedBy): Promise<TicketRow> {
  return seats.afterRevocation(tx, ticketId, async () => {
    const ticket = await lockTicket(tx, ticketId, by.at);
    const { state, entriesLeft, unlimited, now } = ticket;
    if (state === 'revoked') throw notChangeable('The ticket was revoked');
    const { actor, reason } = by;
    const who = { actorId: actor.id, reason, at: now };
    await insertLedger(tx, { ticketId, kind: 'revoke', entries: -(entriesLeft ?? 0), ...who });
    const after = { state: 'revoked' as const, revokedAt: now, frozenAt: null, ...(!unlimited && { entriesLeft: 0 }) };
    return save(tx, ticket, after, 'ticket.revoke', by);
  });
}

function balanceAfter({ entriesLeft }: LockedTicket, delta = 0): Columns {
  if (delta === 0) return {};
  if (entriesLeft === null) throw notChangeable('An unlimited ticket has no entries');
  if (entriesLeft + delta < 0) throw notChangeable(`Only ${entriesLeft} entries are left`, { entriesLeft });
  return { entriesLeft: entriesLeft + delta };
}

function validityAfter(ticket: LockedTicket, change: TicketChange): Columns {
  if (!change.validFrom && !change.validUntil) return {};
  const validFrom = change.validFrom ?? ticket.validFrom;
  const validUntil = change.validUntil ?? ticket.validUntil;
  if (!validFrom) throw invalidField('validFrom', 'is needed: this ticket has not started');
  if (!validUntil) throw invalidField('validUntil', 'is needed: this ticket has not started');
  if (Temporal.Instant.compare(validFrom, validUntil) >= 0) throw invalidField('validUntil', 'must be after validFrom');
  return { validFrom, validUntil };
}

async function save(
  tx: Tx,
  ticket: LockedTicket,
  after: Columns,
  action: AuditAction,
  { actor, reason }: ChangedBy,
): Promise<TicketRow> {
  const before = Object.fromEntries((Object.keys(after) as (keyof Columns)[]).map((key) => [key, ticket[key]]));
  await recordAudit(tx, {
    actor,
    action,
    entity: 'ticket',
    entityId: ticket.id,
    before,
    after,
    reason,
    at: ticket.now,
  });
  return updateTicket(tx, ticket, after);
}
