import type { Selectable } from 'kysely';
import { type Static, Type } from 'typebox';
import { chooseTicket } from '#modules/ticket/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { DB } from '#platform/db/db-types.generated.ts';
import { found } from '#platform/http/app-error.ts';
import { Id, Instant, Nullable, OneOf } from '#platform/http/schemas.ts';
import { waitingPosition } from './booking-read-model.ts';
import { ticketUseOf } from './decide-book.ts';

/** How somebody at the desk stands to a session: what they have there already, or what they could go in with. */
export const PersonInSession = Type.Object({
  booking: Nullable(
    Type.Object({
      id: Id,
      state: OneOf(['active', 'waiting']),
      waitingPosition: Nullable(Type.Integer()),
      checkedInAt: Nullable(Instant),
    }),
  ),
  ticket: Nullable(
    Type.Object(
      {
        id: Id,
        name: Type.String(),
        entriesLeft: Nullable(Type.Integer({ description: 'null: unlimited' })),
        validUntil: Nullable(Instant),
      },
      { description: 'What booking now would use; null: a ticket is needed first' },
    ),
  ),
  refusal: {
    ...Nullable(OneOf(['overlapping_booking'])),
    description: 'What no ticket helps against: a place in another session at that time',
  },
});

/**
 * What a walk-in needs to get into a session. Booking decides again, under its locks.
 *
 * @throws AppError `not_found` for the session or the person
 */
export async function findPersonInSession(
  db: Database,
  { sessionId, userId }: { sessionId: string; userId: string },
  now: Temporal.Instant,
): Promise<Static<typeof PersonInSession>> {
  const [session, user, booking, tickets, overlaps] = await Promise.all([
    db
      .selectFrom('sessions')
      .select(['startsAt', 'classTypeId'])
      .where('id', '=', sessionId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst(),
    db.selectFrom('users').select('id').where('id', '=', userId).where('deletedAt', 'is', null).executeTakeFirst(),
    findOpenBooking(db, sessionId, userId),
    db.selectFrom('tickets').selectAll().where('userId', '=', userId).where('state', '=', 'active').execute(),
    holdsPlaceMeanwhile(db, sessionId, userId),
  ]);
  found(user, 'user');
  const ticket = chooseTicket(tickets, ticketUseOf(found(session, 'session'), now), now);
  return {
    booking: booking ? bookingView(booking) : null,
    ticket: ticket ? ticketView(ticket) : null,
    refusal: overlaps ? 'overlapping_booking' : null,
  };
}

/** Whether they hold a place in another session at that time, where the studio does not allow it: the rule of `findOverlap`. */
async function holdsPlaceMeanwhile(db: Database, sessionId: string, userId: string): Promise<boolean> {
  const other = await db
    .selectFrom('bookings as b')
    .innerJoin('sessions as s', (join) => join.on('s.id', '=', sessionId))
    .innerJoin('studio', (join) => join.on('studio.overlappingBookingsAllowed', '=', false))
    .select('b.id')
    .where('b.userId', '=', userId)
    .where('b.state', '=', 'active')
    .where('b.sessionId', '<>', sessionId)
    .whereRef('b.startsAt', '<', 's.endsAt')
    .whereRef('b.endsAt', '>', 's.startsAt')
    .executeTakeFirst();
  return other !== undefined;
}

function findOpenBooking(db: Database, sessionId: string, userId: string) {
  return db
    .selectFrom('bookings as b')
    .select(['b.id', 'b.state', 'b.checkedInAt', waitingPosition.as('waitingPosition')])
    .where('b.sessionId', '=', sessionId)
    .where('b.userId', '=', userId)
    .where('b.state', '<>', 'canceled')
    .executeTakeFirst();
}

type OpenBooking = NonNullable<Awaited<ReturnType<typeof findOpenBooking>>>;

function bookingView({ id, state, waitingPosition: position, checkedInAt }: OpenBooking) {
  const openState: 'active' | 'waiting' = state === 'active' ? 'active' : 'waiting';
  return { id, state: openState, waitingPosition: position, checkedInAt: checkedInAt?.toString() ?? null };
}

function ticketView({ id, name, entriesLeft, validUntil }: Selectable<DB['tickets']>) {
  return { id, name, entriesLeft, validUntil: validUntil?.toString() ?? null };
}
