import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import type { Database } from '#platform/db/database.ts';
import { found, invalidField } from '#platform/http/app-error.ts';
import type { Routes } from '#platform/http/app-types.ts';
import { idempotencyKey } from '#platform/http/idempotency.ts';
import { Id, IdempotencyHeaders, IdParams, Nullable, problemResponses } from '#platform/http/schemas.ts';
import { findBooking } from './booking-read-model.ts';
import type { BookingDeps } from './booking-routes.ts';
import { BookingAnswerSchema, CanceledBookingSchema, CreateBookingForMember, Reason } from './booking-schemas.ts';
import { findPersonInSession, PersonInSession } from './person-in-session.ts';
import { bookSession, cancelBooking } from './seat-use-cases.ts';

const staff = { config: { access: 'staff' } } as const;
const tags = ['Front desk'];

/** What staff does with the bookings of members. */
export const bookingAdminRoutes =
  ({ db, engine }: BookingDeps): Routes =>
  (app) => {
    app.get(
      '/admin/sessions/:id/people/:userId',
      {
        ...staff,
        schema: {
          operationId: 'getPersonInSession',
          tags,
          summary: 'What a member has in a session, and which ticket booking it would use',
          params: Type.Object({ id: Id, userId: Id }),
          response: { 200: PersonInSession, ...problemResponses(401, 403, 404) },
        },
      },
      async ({ params: { id: sessionId, userId } }) =>
        findPersonInSession(db, { sessionId, userId }, Temporal.Now.instant()),
    );

    app.post(
      '/admin/sessions/:id/bookings',
      {
        ...staff,
        schema: {
          operationId: 'createBookingForMember',
          headers: IdempotencyHeaders,
          tags,
          summary: 'Book a member into a session, within its capacity',
          params: IdParams,
          body: CreateBookingForMember,
          response: { 201: BookingAnswerSchema, ...problemResponses(401, 403, 404, 409) },
        },
      },
      async (request, reply) => {
        const { userId, ticketId } = request.body;
        await knownUser(db, userId);
        const command = {
          sessionId: request.params.id,
          userId,
          staff: auditActor(request),
          ...(ticketId && { ticketId }),
        };
        const booking = await bookSession(engine, { ...command, idempotency: idempotencyKey(request) });
        return reply.code(201).send(booking);
      },
    );

    app.post(
      '/admin/bookings/:id/cancel',
      {
        ...staff,
        schema: {
          operationId: 'cancelBookingForMember',
          tags,
          summary: 'Cancel a booking for a member; the entry always comes back',
          params: IdParams,
          body: Nullable(Reason),
          response: { 200: CanceledBookingSchema, ...problemResponses(401, 403, 404, 409) },
        },
      },
      async (request) => {
        const booking = found(await findBooking(db, request.params.id), 'booking');
        const reason = request.body?.reason ?? null;
        return cancelBooking(engine, booking, { forfeit: false, staff: auditActor(request), reason });
      },
    );
  };

async function knownUser(db: Database, userId: string): Promise<void> {
  const user = await db.selectFrom('users').select('id').where('id', '=', userId).executeTakeFirst();
  if (!user) throw invalidField('userId', 'is not a member');
}
