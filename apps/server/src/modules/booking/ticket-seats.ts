import { sql } from 'kysely';
import type { TicketSeats } from '#modules/ticket/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { StalePremise } from '#platform/db/transaction.ts';
import { runSeatBatch, type SeatBatchOptions } from './seat-batch.ts';
import type { SeatCommand } from './seat-command.ts';
import { sendInTransaction } from './seat-sql.ts';

/**
 * Moves seats in the transaction that changes a ticket, so that at no commit a member with a usable ticket waits beside a free
 * seat, or holds one on a revoked ticket.
 */
export function createTicketSeats(
  jobs: SeatBatchOptions['jobs'],
  onDecided?: SeatBatchOptions['onDecided'],
): TicketSeats {
  const run = (tx: Tx, commands: SeatCommand[]) => runSeatBatch(sendInTransaction(tx), commands, { jobs, onDecided });
  return {
    afterGain: async (tx, userIds, change) => {
      const sessionIds = await lockSessions(tx, await waitedSessions(tx, [userIds].flat()));
      const result = await change();
      await run(
        tx,
        sessionIds.map((sessionId) => ({ kind: 'promote', sessionId, cause: 'ticket_gained' })),
      );
      return result;
    },
    afterRevocation: async (tx, ticketId, change) => {
      const locked = await lockSessions(tx, await sessionsOfTicket(tx, ticketId));
      const result = await change();
      // Only now is the ticket locked; a booking made in between lies in a session we do not hold.
      const sessionIds = (await bookedSessions(tx, ticketId)).map((row) => row.sessionId);
      if (sessionIds.some((id) => !locked.includes(id))) throw new StalePremise('a booking was made meanwhile');
      await run(
        tx,
        sessionIds.map((sessionId) => ({ kind: 'withdrawTicket', sessionId, ticketId })),
      );
      return result;
    },
  };
}

async function lockSessions(tx: Tx, sessionIds: readonly string[]): Promise<string[]> {
  if (sessionIds.length === 0) return [];
  const rows = await tx
    .selectFrom('sessions')
    .select('id')
    .where('id', 'in', sessionIds)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

async function waitedSessions(tx: Tx, userIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('bookings')
    .select('sessionId')
    .distinct()
    .where('userId', '=', sql<string>`any(${userIds}::uuid[])`)
    .where('state', '=', 'waiting')
    .where('startsAt', '>', sql<Temporal.Instant>`now()`)
    .execute();
  return rows.map((row) => row.sessionId);
}

function bookedSessions(tx: Tx, ticketId: string) {
  return tx
    .selectFrom('bookings')
    .select(['sessionId', 'userId'])
    .where('ticketId', '=', ticketId)
    .where('state', '=', 'active')
    .where('startsAt', '>', sql<Temporal.Instant>`now()`)
    .execute();
}

/** Where the ticket's seats are, and where its owner waits and may move up once they are free again. */
async function sessionsOfTicket(tx: Tx, ticketId: string): Promise<string[]> {
  const booked = await bookedSessions(tx, ticketId);
  const owner = booked[0]?.userId;
  const waited = owner ? await waitedSessions(tx, [owner]) : [];
  return [...new Set([...booked.map((row) => row.sessionId), ...waited])];
}
