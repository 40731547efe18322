import { handleJob, type RegisteredJob } from '#platform/jobs/define-job.ts';
import { applyEvent } from './apply-event.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { applyEventJob, reconcileJob, sendRefundJob } from './payment-jobs.ts';
import { reconcilePayments } from './reconcile-payments.ts';
import { sendRefund } from './send-refund.ts';

/** The module's own jobs; `payment-events` is handled by those who tell members. */
export function paymentJobs(deps: PaymentDeps): RegisteredJob[] {
  return [
    handleJob(applyEventJob, ({ eventId }) => applyEvent(deps, eventId)),
    handleJob(sendRefundJob, ({ refundId }) => sendRefund(deps, refundId)),
    handleJob(reconcileJob, (_payload, signal) => reconcilePayments(deps, { signal })),
  ];
}
