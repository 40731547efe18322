import { sql } from 'kysely';
import type { Database, Tx } from '#platform/db/database.ts';
import { auditTrailInvariants } from './audit-trail-invariants.ts';
import { bookingInvariants } from './booking-invariants.ts';
import type { Invariant, Violation } from './invariant.ts';
import { paymentInvariants } from './payment-invariants.ts';
import { scheduleInvariants } from './schedule-invariants.ts';
import { ticketInvariants } from './ticket-invariants.ts';

/** Everything that holds at every commit (DOMAIN "Invariants"). */
export const invariants: readonly Invariant[] = [
  ...scheduleInvariants,
  ...bookingInvariants,
  ...ticketInvariants,
  ...paymentInvariants,
  ...auditTrailInvariants,
];

/** Enough to see what is going on; a broken rule can be broken by every row. */
const SHOWN = 100;

/**
 * Checks every invariant on one moment of the database, which may be live; nothing is locked or changed.
 *
 * @returns what breaks them, at most 100 violations of each; empty when the data is healthy
 */
export function auditInvariants(db: Database): Promise<Violation[]> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(findViolations);
}

/** The same inside a transaction, with what it has changed so far. */
export async function findViolations(tx: Tx): Promise<Violation[]> {
  // A full pass over a large studio may take longer than any request, and sorts more at once.
  await sql`select set_config('statement_timeout', '5min', true), set_config('work_mem', '64MB', true)`.execute(tx);
  const violations: Violation[] = [];
  for (const invariant of invariants) violations.push(...(await violationsOf(tx, invariant)));
  return violations;
}

async function violationsOf(tx: Tx, { name, entity, violations }: Invariant): Promise<Violation[]> {
  const { rows } = await sql<{ id: string; detail: string }>`
    select id, detail from (${violations}) v order by id, detail limit ${SHOWN}`.execute(tx);
  return rows.map(({ id, detail }) => ({ invariant: name, entity, entityId: id, detail }));
}
