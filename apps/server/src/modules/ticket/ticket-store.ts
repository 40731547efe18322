import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/db-types.generated.ts';
import { AppError, found } from '#platform/http/app-error.ts';

export type TicketRow = Selectable<DB['tickets']>;

/** A ticket whose row is locked until the transaction ends, and the time at which it is changed. */
export type LockedTicket = TicketRow & { now: Temporal.Instant };

/**
 * @param at when the change happens; the time of the transaction when absent
 * @throws AppError `not_found`
 */
export async function lockTicket(tx: Tx, ticketId: string, at: Temporal.Instant | null = null): Promise<LockedTicket> {
  const ticket = await tx
    .selectFrom('tickets')
    .selectAll()
    .select(sql<Temporal.Instant>`coalesce(${at}::timestamptz, now())`.as('now'))
    .where('id', '=', ticketId)
    .forUpdate()
    .executeTakeFirst();
  return found(ticket, 'ticket');
}

/** Whose ticket it is; that never changes, so it can be read before the lock. */
export async function ownerOf(tx: Tx, ticketId: string): Promise<string> {
  const ticket = await tx.selectFrom('tickets').select('userId').where('id', '=', ticketId).executeTakeFirst();
  return found(ticket, 'ticket').userId;
}

export function updateTicket(tx: Tx, { id, now }: LockedTicket, values: Updateable<DB['tickets']>): Promise<TicketRow> {
  return tx
    .updateTable('tickets')
    .set({ ...values, updatedAt: now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function insertLedger(tx: Tx, row: Insertable<DB['ticketLedger']>): Promise<void> {
  await tx.insertInto('ticketLedger').values(row).execute();
}

export function notChangeable(detail: string, extra?: Record<string, unknown>): AppError {
  return new AppError('ticket_not_changeable', { detail, ...(extra && { extra }) });
}
