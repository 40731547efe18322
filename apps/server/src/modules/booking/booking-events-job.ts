import { Type } from 'typebox';
import { Id, OneOf } from '#platform/http/schemas.ts';
import { defineJob } from '#platform/jobs/define-job.ts';

/** Everything that may happen to a booking; docs/events.md says when each is sent. */
export const bookingEventKinds = [
  'booking_confirmed',
  'booking_waiting',
  'booking_promoted',
  'promotion_skipped',
  'seat_opened',
  'booking_canceled',
  'booking_canceled_late',
  'entry_returned_after_refill',
  'removed_from_waiting_list',
  'waiting_list_closed',
  'ticket_withdrawn',
  'session_canceled',
  'session_moved',
  'instructor_changed',
] as const;

export type BookingEventKind = (typeof bookingEventKinds)[number];

/**
 * What members are to be told after a batch. One job for a whole batch: a row per member would cost the stampede as much
 * as the bookings themselves.
 */
export const bookingEventsJob = defineJob({
  name: 'booking-events',
  summary: 'Passes on what happened to bookings: messages and webhooks.',
  payload: Type.Object({
    events: Type.Array(
      Type.Object({
        kind: OneOf(bookingEventKinds),
        /** Whom it concerns; without it everybody who waits in the session. */
        bookingId: Type.Optional(Id),
        sessionId: Type.Optional(Id),
        revision: Type.Optional(Type.Integer()),
      }),
    ),
  }),
  retryLimit: 10,
  retryDelaySeconds: 2,
});
