import { Type } from 'typebox';
import { Id } from '#platform/http/schemas.ts';
import { defineJob } from '#platform/jobs/define-job.ts';

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
        kind: Type.String(),
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
