import { randomUUIDv7 } from 'node:crypto';
import { type AuditActor, type AuditEntry, auditRow, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { invalidField } from '#platform/http/app-error.ts';
import { validityFrom } from './ticket.ts';
import type { TicketSeats } from './ticket-seats.ts';
import { insertLedger, type TicketRow } from './ticket-store.ts';

/** When a new ticket is valid: between two instants, or for days that its first booking starts. */
export type GrantedValidity =
  | { from: Temporal.Instant; until: Temporal.Instant }
  | { startsAtFirstBooking: { days: number } };

export interface TicketGrant {
  userId: string;
  planId: string | null;
  /** Set when the ticket was bought: one payment grants one ticket, however often it is asked to. */
  paymentId: string | null;
  name: string;
  /** null: unlimited */
  entries: number | null;
  /** null: every class */
  classTypeIds: string[] | null;
  validity: GrantedValidity;
  /** What was taken at the front desk, for the audit log. */
  deskSale?: { paidWith: 'cash' | 'card_terminal' | 'free'; paidMinor: number; currency: string };
  actor: AuditActor;
  reason: string | null;
  /** When it happened; the time of the transaction when absent. */
  at?: Temporal.Instant;
}

/** A grant of its own: neither bought through Stripe nor sold at the desk. */
export type UnpaidGrant = Omit<TicketGrant, 'paymentId' | 'deskSale' | 'at'>;

/** What a plan promises, also as a payment's snapshot keeps it. */
export interface PlanTerms {
  name: string;
  entries: number | null;
  validityDays: number;
  starts: 'purchase' | 'first_booking';
  classTypeIds: string[] | null;
}

/** The part of a grant that follows from the plan, for a ticket that is handed over at `now`. */
export function grantOfPlan(plan: PlanTerms, now: Temporal.Instant) {
  const { name, entries, classTypeIds, validityDays: days } = plan;
  const { validFrom, validUntil } = validityFrom(now, days);
  const validity: GrantedValidity =
    plan.starts === 'purchase' ? { from: validFrom, until: validUntil } : { startsAtFirstBooking: { days } };
  return { name, entries, classTypeIds, validity };
}

/** Hands a ticket to a member and lets them into seats they were waiting beside. */
export function grantTicket(tx: Tx, seats: TicketSeats, grant: TicketGrant): Promise<TicketRow> {
  return seats.afterGain(tx, grant.userId, async () => {
    const granted = await insertTicket(tx, grant);
    if (!granted) return ticketOfPayment(tx, grant.paymentId);
    await insertLedger(tx, ledgerRow(granted, grant));
    await recordAudit(tx, { ...auditEntry(granted, grant), ...(grant.at && { at: grant.at }) });
    return granted;
  });
}

function ledgerRow(granted: TicketRow, { entries, paymentId, actor, reason, at }: TicketGrant) {
  const row = {
    ticketId: granted.id,
    kind: 'grant' as const,
    entries: entries ?? 0,
    paymentId,
    actorId: actor.id,
    reason,
  };
  return { ...row, ...(at && { at }) };
}

function auditEntry(granted: TicketRow, { paymentId, entries, deskSale, actor, reason }: TicketGrant): AuditEntry {
  const { id, userId, name, validFrom, validUntil, validityDays } = granted;
  const after = { userId, name, entries, validFrom, validUntil, validityDays, paymentId, ...deskSale };
  return { actor, action: 'ticket.grant', entity: 'ticket', entityId: id, after, reason };
}

/** Rows of one statement; more would exceed the 65,535 parameters that a statement may have. */
const CHUNK = 1_000;

/** Hands out many tickets that nobody paid for here, each with its ledger and audit rows like a single one. */
export function grantTickets(tx: Tx, seats: TicketSeats, grants: readonly UnpaidGrant[]): Promise<void> {
  const holders = [...new Set(grants.map(({ userId }) => userId))];
  return seats.afterGain(tx, holders, async () => {
    for (let start = 0; start < grants.length; start += CHUNK)
      await insertChunk(tx, grants.slice(start, start + CHUNK));
  });
}

async function insertChunk(tx: Tx, grants: readonly UnpaidGrant[]): Promise<void> {
  const byId = new Map<string, TicketGrant>(grants.map((grant) => [randomUUIDv7(), { ...grant, paymentId: null }]));
  const granted = await tx
    .insertInto('tickets')
    .values([...byId].map(([id, grant]) => ({ id, ...ticketColumns(grant) })))
    .returningAll()
    .execute();
  const made = granted.flatMap((ticket) => {
    const grant = byId.get(ticket.id);
    return grant ? [{ ticket, grant }] : [];
  });
  await tx
    .insertInto('ticketLedger')
    .values(made.map(({ ticket, grant }) => ledgerRow(ticket, grant)))
    .execute();
  await tx
    .insertInto('auditLog')
    .values(made.map(({ ticket, grant }) => auditRow(auditEntry(ticket, grant))))
    .execute();
}

/** Undefined when the payment has its ticket already. */
function insertTicket(tx: Tx, grant: TicketGrant) {
  return tx
    .insertInto('tickets')
    .values(ticketColumns(grant))
    .onConflict((conflict) => conflict.column('paymentId').doNothing())
    .returningAll()
    .executeTakeFirst();
}

function ticketColumns(grant: TicketGrant) {
  const { userId, planId, paymentId, name, entries, classTypeIds, validity, at } = grant;
  return {
    userId,
    planId,
    paymentId,
    name,
    unlimited: entries === null,
    entriesLeft: entries,
    classTypeIds,
    ...validityColumns(validity),
    ...(at && { createdAt: at, updatedAt: at }),
  };
}

function validityColumns(validity: GrantedValidity) {
  if ('startsAtFirstBooking' in validity) return { validityDays: validity.startsAtFirstBooking.days };
  const { from, until } = validity;
  if (Temporal.Instant.compare(from, until) >= 0) throw invalidField('validUntil', 'must be after validFrom');
  return { validFrom: from, validUntil: until };
}

function ticketOfPayment(tx: Tx, paymentId: string | null): Promise<TicketRow> {
  return tx.selectFrom('tickets').selectAll().where('paymentId', '=', paymentId).executeTakeFirstOrThrow();
}
