import { bookingJobDefinitions, bookingJobs } from '#modules/booking/index.ts';
import type { JobDefinition, RegisteredJob } from './platform/jobs/define-job.ts';
import type { Services } from './services.ts';

/** Every kind of background work there is. */
export const jobDefinitions: readonly JobDefinition[] = [...bookingJobDefinitions];

/** The handlers that a worker runs. */
export function registeredJobs(services: Services): RegisteredJob[] {
  return [...bookingJobs(services)];
}
