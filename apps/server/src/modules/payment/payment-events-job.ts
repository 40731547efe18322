import { Type } from 'typebox';
import { Id, OneOf } from '#platform/http/schemas.ts';
import { defineJob, type PayloadOf } from '#platform/jobs/define-job.ts';

/** Something that a payment made true, for those who tell members and other programs. */
export const paymentEventsJob = defineJob({
  name: 'payment-events',
  summary: 'Passes on purchases and refunds: messages and webhooks.',
  payload: Type.Object({
    events: Type.Array(
      Type.Object({
        kind: OneOf(['ticket_bought', 'payment_refunded']),
        paymentId: Id,
        /** Of `payment_refunded`; a payment can be refunded in parts. */
        refundId: Type.Optional(Id),
      }),
    ),
  }),
  retryLimit: 10,
  retryDelaySeconds: 2,
});

export type PaymentEvent = PayloadOf<typeof paymentEventsJob>['events'][number];
