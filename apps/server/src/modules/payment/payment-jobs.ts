import { Type } from 'typebox';
import { Id } from '#platform/http/schemas.ts';
import { defineJob } from '#platform/jobs/define-job.ts';
import { paymentEventsJob } from './payment-events-job.ts';

/** Brings a payment to what Stripe says, because of an event. A member may be watching for the outcome. */
export const applyEventJob = defineJob({
  name: 'payment-apply-event',
  summary: 'Brings a payment to what Stripe says, because of a webhook.',
  payload: Type.Object({ eventId: Type.String() }),
  retryLimit: 10,
  retryDelaySeconds: 2,
  urgent: true,
});

/** Asks Stripe for a refund that was promised. */
export const sendRefundJob = defineJob({
  name: 'payment-send-refund',
  summary: 'Asks Stripe for a refund.',
  payload: Type.Object({ refundId: Id }),
  retryLimit: 10,
  retryDelaySeconds: 5,
  urgent: true,
});

/** Finds what events would have told us, had they not been lost. */
export const reconcileJob = defineJob({
  name: 'payment-reconcile',
  summary: 'Finds payments, refunds and events that were lost on the way.',
  payload: Type.Object({}),
  retryLimit: 0,
  retryDelaySeconds: 1,
  schedule: { cron: '*/5 * * * *', timeZone: 'UTC' },
});

export const paymentJobDefinitions = [applyEventJob, sendRefundJob, reconcileJob, paymentEventsJob];
