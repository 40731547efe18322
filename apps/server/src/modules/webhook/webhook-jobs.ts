import { Type } from 'typebox';
import { Id } from '#platform/http/schemas.ts';
import { defineJob } from '#platform/jobs/define-job.ts';
import { MAX_ATTEMPTS, RETRY_DELAY_MAX_SECONDS, RETRY_DELAY_SECONDS } from './retry-policy.ts';

/** Attempts of the job beyond those of a delivery: a worker that is killed at a bad moment uses one up without making an attempt. */
const SPARE_ATTEMPTS = 5;

/** Makes one attempt of a delivery. Jobs of an earlier round do nothing: an admin has had it sent again since. */
export const deliverWebhookJob = defineJob({
  name: 'webhook-deliver',
  summary: 'Tells another system what happened.',
  payload: Type.Object({ deliveryId: Id, round: Type.Integer() }),
  retryLimit: MAX_ATTEMPTS - 1 + SPARE_ATTEMPTS,
  retryDelaySeconds: RETRY_DELAY_SECONDS,
  retryDelayMaxSeconds: RETRY_DELAY_MAX_SECONDS,
  batchSize: 20,
});

/** Forgets events, with their deliveries, that nobody will ask about any more. */
export const forgetEventsJob = defineJob({
  name: 'webhook-forget-events',
  summary: 'Forgets webhook events of long ago, with their deliveries.',
  payload: Type.Object({}),
  retryLimit: 2,
  retryDelaySeconds: 60,
  schedule: { cron: '43 3 * * *', timeZone: 'UTC' },
});

export const webhookJobDefinitions = [deliverWebhookJob, forgetEventsJob];
