import { Type } from 'typebox';
import { defineJob } from '#platform/jobs/define-job.ts';

/** Marks who had a place and did not come. */
export const markNoShowsJob = defineJob({
  name: 'booking-mark-no-shows',
  summary: 'Marks members who had a place in a session that has ended and were not checked in.',
  payload: Type.Object({}),
  retryLimit: 3,
  retryDelaySeconds: 5,
  schedule: { cron: '*/10 * * * *', timeZone: 'UTC' },
});
