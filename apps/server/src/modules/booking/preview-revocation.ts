import { type Static, Type } from 'typebox';
import type { AuditActor } from '#modules/audit/index.ts';
import { createTicketService } from '#modules/ticket/index.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { rehearse } from '#platform/db/transaction.ts';
import { Id, Instant, TimeZone } from '#platform/http/schemas.ts';
import { type Consequences, consequencesOf } from './consequences.ts';
import { ConsequencesSchema, consequencesView } from './consequences-view.ts';
import { createTicketSeats } from './ticket-seats.ts';

export const RevocationView = Type.Object({
  ...ConsequencesSchema.properties,
  sessions: Type.Array(Type.Object({ id: Id, className: Type.String(), startsAt: Instant, timeZone: TimeZone }), {
    description: 'Where places are lost or won, by their start',
  }),
});

/**
 * What revoking a ticket would do to seats right now: it is revoked by the very same rules, and everything is rolled back.
 *
 * @throws AppError `not_found`, `ticket_not_changeable`
 */
export function previewRevocation(
  db: Database,
  ticketId: string,
  actor: AuditActor,
): Promise<Static<typeof RevocationView>> {
  return rehearse(db, async (tx) => {
    let consequences: Consequences = { concerned: [], entriesReturned: 0, entriesSpent: 0, mails: [] };
    const seats = createTicketSeats(null, (rooms) => {
      consequences = consequencesOf(rooms);
    });
    await createTicketService({ seats }).revokeTicket(tx, ticketId, { actor, reason: null });
    const ids = consequences.concerned.map(({ sessionId }) => sessionId);
    return { ...(await consequencesView(tx, consequences)), sessions: await sessionsOf(tx, ids) };
  });
}

async function sessionsOf(tx: Tx, ids: string[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('sessions')
    .innerJoin('classTypes', 'classTypes.id', 'sessions.classTypeId')
    .innerJoin('locations', 'locations.id', 'sessions.locationId')
    .select(['sessions.id', 'classTypes.name as className', 'sessions.startsAt', 'locations.timeZone'])
    .where('sessions.id', 'in', ids)
    .orderBy('sessions.startsAt')
    .orderBy('sessions.id')
    .execute();
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.toString() }));
}
