import type { Database } from '#platform/db/database.ts';

/** The member's tickets with every change of their entries, for the export of their data. */
export async function exportTickets(db: Database, userId: string): Promise<Record<string, unknown>> {
  const tickets = await db.selectFrom('tickets').selectAll().where('userId', '=', userId).orderBy('id').execute();
  const ticketLedger = await db
    .selectFrom('ticketLedger as l')
    .innerJoin('tickets as t', 't.id', 'l.ticketId')
    .selectAll('l')
    .where('t.userId', '=', userId)
    .orderBy('l.id')
    .execute();
  return { tickets, ticketLedger };
}
