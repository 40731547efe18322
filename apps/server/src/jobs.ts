import { bookingJobDefinitions, bookingJobs } from '#modules/booking/index.ts';
import { identityJobDefinitions, identityJobs } from '#modules/identity/index.ts';
import { notificationJobDefinitions, notificationJobs } from '#modules/notification/index.ts';
import { paymentJobDefinitions, paymentJobs } from '#modules/payment/index.ts';
import type { JobDefinition, RegisteredJob } from './platform/jobs/define-job.ts';
import { hearTogether } from './platform/jobs/hear-together.ts';
import type { Services } from './services.ts';

/** Every kind of background work there is. */
export const jobDefinitions: readonly JobDefinition[] = [
  ...identityJobDefinitions,
  ...bookingJobDefinitions,
  ...paymentJobDefinitions,
  ...notificationJobDefinitions,
];

/** What a worker runs, once for each kind of work. */
export function registeredJobs(services: Services): RegisteredJob[] {
  return hearTogether([
    ...identityJobs(services),
    ...bookingJobs(services),
    ...paymentJobs(services),
    ...notificationJobs(services),
  ]);
}
