import { bookingEventsJob } from '#modules/booking/index.ts';
import { paymentEventsJob } from '#modules/payment/index.ts';
import { handleJob, type RegisteredJob } from '#platform/jobs/define-job.ts';
import { deliverWebhook, forgetEvents } from './deliver-webhook.ts';
import { recordBookingEvents } from './record-booking-events.ts';
import { recordPaymentEvents } from './record-payment-events.ts';
import type { WebhookDeps } from './webhook-deps.ts';
import { deliverWebhookJob, forgetEventsJob } from './webhook-jobs.ts';

/** Hears what other modules tell, and passes it on; nobody calls this module. */
export function webhookJobs(deps: WebhookDeps): RegisteredJob[] {
  return [
    handleJob(bookingEventsJob, (payload) => recordBookingEvents(deps, payload)),
    handleJob(paymentEventsJob, (payload) => recordPaymentEvents(deps, payload)),
    handleJob(deliverWebhookJob, (payload, signal) => deliverWebhook(deps, payload, signal)),
    handleJob(forgetEventsJob, () => forgetEvents(deps.db, Temporal.Now.instant())),
  ];
}
