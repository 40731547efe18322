import { analyticsJobDefinitions, analyticsJobs } from '#modules/analytics/index.ts';
import { bookingJobDefinitions, bookingJobs } from '#modules/booking/index.ts';
import { identityJobDefinitions, identityJobs } from '#modules/identity/index.ts';
import { notificationJobDefinitions, notificationJobs } from '#modules/notification/index.ts';
import { paymentJobDefinitions, paymentJobs } from '#modules/payment/index.ts';
import { scheduleJobDefinitions, scheduleJobs } from '#modules/schedule/index.ts';
import { webhookJobDefinitions, webhookJobs } from '#modules/webhook/index.ts';
import type { JobDefinition, RegisteredJob } from './platform/jobs/define-job.ts';
import { hearTogether } from './platform/jobs/hear-together.ts';
import { housekeepingJob, platformJobs } from './platform/jobs/housekeeping.ts';
import type { Services } from './services.ts';

/** Every kind of background work there is. */
export const jobDefinitions: readonly JobDefinition[] = [
  ...identityJobDefinitions,
  ...scheduleJobDefinitions,
  ...bookingJobDefinitions,
  ...paymentJobDefinitions,
  ...notificationJobDefinitions,
  ...webhookJobDefinitions,
  ...analyticsJobDefinitions,
  housekeepingJob,
];

/** What a worker runs, once for each kind of work. */
export function registeredJobs(services: Services): RegisteredJob[] {
  return hearTogether([
    ...identityJobs(services),
    ...scheduleJobs(services),
    ...bookingJobs(services),
    ...paymentJobs(services),
    ...notificationJobs(services),
    ...webhookJobs(services),
    ...analyticsJobs(services),
    ...platformJobs(services),
  ]);
}
