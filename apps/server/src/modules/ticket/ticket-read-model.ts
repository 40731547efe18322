import type { Database } from '#platform/db/database.ts';
import { found } from '#platform/http/app-error.ts';
import { decodeCursor } from '#platform/http/cursor.ts';
import type { TicketRow } from './ticket-store.ts';

export interface TicketQuery {
  userId: string;
  limit: number;
  cursor?: string;
}

/** A member's tickets, newest first; one more than `limit` when there is a next page. */
export function listTickets(db: Database, { userId, limit, cursor }: TicketQuery): Promise<TicketRow[]> {
  const [before] = cursor ? decodeCursor(cursor, ['id']) : [];
  return db
    .selectFrom('tickets')
    .selectAll()
    .where('userId', '=', userId)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}

/**
 * One ticket with its ledger.
 *
 * @throws AppError `not_found`, also when the ticket is not that of `userId`
 */
export async function findTicket(db: Database, ticketId: string, userId?: string) {
  const ticket = await db
    .selectFrom('tickets')
    .selectAll()
    .where('id', '=', ticketId)
    .$if(userId !== undefined, (query) => query.where('userId', '=', userId ?? ''))
    .executeTakeFirst();
  return { ...found(ticket, 'ticket'), ledger: await listLedger(db, ticketId) };
}

export type LedgerRow = Awaited<ReturnType<typeof listLedger>>[number];

function listLedger(db: Database, ticketId: string) {
  return db
    .selectFrom('ticketLedger')
    .leftJoin('bookings', 'bookings.id', 'ticketLedger.bookingId')
    .leftJoin('sessions', 'sessions.id', 'bookings.sessionId')
    .leftJoin('classTypes', 'classTypes.id', 'sessions.classTypeId')
    .leftJoin('locations', 'locations.id', 'sessions.locationId')
    .select(['ticketLedger.id', 'at', 'kind', 'entries', 'reason', 'paymentId', 'bookingId', 'bookings.sessionId'])
    .leftJoin('users', 'users.id', 'ticketLedger.actorId')
    .select(['classTypes.name as className', 'sessions.startsAt', 'locations.timeZone'])
    .select(['ticketLedger.actorId', 'users.name as actorName'])
    .where('ticketLedger.ticketId', '=', ticketId)
    .orderBy('ticketLedger.id', 'desc')
    .execute();
}
