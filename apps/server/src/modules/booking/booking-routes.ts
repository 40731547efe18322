import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { AppError, found } from '#platform/http/app-error.ts';
import type { Routes } from '#platform/http/app-types.ts';
import { idempotencyKey } from '#platform/http/idempotency.ts';
import {
  IdempotencyHeaders,
  IdParams,
  Nullable,
  OneOf,
  Page,
  PageQuery,
  problemResponses,
} from '#platform/http/schemas.ts';
import type { BookingEngine } from './booking-engine.ts';
import { findBooking, findBookingView, listBookings } from './booking-read-model.ts';
import {
  BookingAnswerSchema,
  BookingViewSchema,
  CancelBooking,
  CanceledBookingSchema,
  CancellationPreviewSchema,
  CreateBooking,
  QueueViewSchema,
} from './booking-schemas.ts';
import { findQueueView } from './queue-read-model.ts';
import { bookSession, cancelBooking, previewCancellation } from './seat-use-cases.ts';

export interface BookingDeps {
  db: Database;
  engine: BookingEngine;
}

const member = { config: { access: 'member' } } as const;
const tags = ['Bookings'];

/** What a member does with bookings. */
export const bookingRoutes =
  ({ db, engine }: BookingDeps): Routes =>
  (app) => {
    app.post(
      '/bookings',
      {
        config: { access: 'member', endsInTime: true },
        schema: {
          operationId: 'createBooking',
          headers: IdempotencyHeaders,
          tags,
          summary: 'Book a session, or join its waiting list when it is full',
          body: CreateBooking,
          response: { 201: BookingAnswerSchema, ...problemResponses(401, 403, 404, 409) },
        },
      },
      async (request, reply) => {
        const { userId } = request.actor;
        const { sessionId, ticketId } = request.body;
        const idempotency = idempotencyKey(request);
        const booking = await bookSession(engine, { sessionId, userId, idempotency, ...(ticketId && { ticketId }) });
        return reply.code(201).send(booking);
      },
    );

    app.get(
      '/bookings',
      {
        ...member,
        schema: {
          operationId: 'listBookings',
          tags,
          summary: 'My bookings',
          querystring: Type.Object({
            ...PageQuery.properties,
            when: Type.Optional(OneOf(['upcoming', 'past'])),
            state: Type.Optional(OneOf(['active', 'waiting', 'canceled'])),
          }),
          response: { 200: Page(BookingViewSchema), ...problemResponses(401) },
        },
      },
      async ({ actor, query }) => {
        const { limit = 50, cursor, ...filter } = query;
        return listBookings(db, actor.userId, filter, limit, cursor);
      },
    );

    app.get(
      '/bookings/:id',
      {
        ...member,
        schema: {
          operationId: 'getBooking',
          tags,
          summary: 'One of my bookings',
          params: IdParams,
          response: { 200: BookingViewSchema, ...problemResponses(401, 404) },
        },
      },
      async ({ actor, params }) => found(await findBookingView(db, actor.userId, params.id), 'booking'),
    );

    app.get(
      '/bookings/:id/cancellation',
      {
        ...member,
        schema: {
          operationId: 'previewCancellation',
          tags,
          summary: 'What canceling right now would do',
          params: IdParams,
          response: { 200: CancellationPreviewSchema, ...problemResponses(401, 404) },
        },
      },
      async ({ actor, params }) => previewCancellation(db, await ownBooking(db, actor.userId, params.id)),
    );

    app.post(
      '/bookings/:id/cancel',
      {
        ...member,
        schema: {
          operationId: 'cancelBooking',
          tags,
          summary: 'Cancel a booking, or leave the waiting list',
          params: IdParams,
          body: Nullable(CancelBooking),
          response: { 200: CanceledBookingSchema, ...problemResponses(401, 404, 409) },
        },
      },
      async ({ actor, params, body }) => {
        const booking = await ownBooking(db, actor.userId, params.id);
        return cancelBooking(engine, booking, { forfeit: body?.forfeit ?? false });
      },
    );

    app.get(
      '/bookings/:id/queue',
      {
        ...member,
        schema: {
          operationId: 'getQueue',
          tags,
          summary: 'My place in line, and why each seat that was free meanwhile went where it did',
          params: IdParams,
          response: { 200: QueueViewSchema, ...problemResponses(401, 404) },
        },
      },
      async ({ actor, params }) => findQueueView(db, (await ownBooking(db, actor.userId, params.id)).id),
    );
  };

async function ownBooking(db: Database, userId: string, id: string) {
  const booking = await findBooking(db, id);
  // Somebody else's booking is answered like none: whether it exists is not the caller's business.
  if (booking?.userId !== userId) throw new AppError('not_found', { detail: 'No such booking' });
  return booking;
}
