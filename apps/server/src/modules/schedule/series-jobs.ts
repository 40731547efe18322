import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { defineJob, handleJob, type RegisteredJob } from '#platform/jobs/define-job.ts';
import { generateDueSessions } from './generate-sessions.ts';

/**
 * Makes the sessions of series that do not reach far enough ahead. Hourly, because the new day begins at another hour at each
 * location; whoever has reached today's horizon costs nothing.
 */
export const generateSessionsJob = defineJob({
  name: 'schedule-generate-sessions',
  summary: 'Makes the coming sessions of series.',
  payload: Type.Object({}),
  retryLimit: 3,
  retryDelaySeconds: 30,
  schedule: { cron: '7 * * * *', timeZone: 'UTC' },
});

export const scheduleJobDefinitions = [generateSessionsJob];

/** The module's background work. */
export function scheduleJobs({ db }: { db: Database }): RegisteredJob[] {
  return [
    handleJob(generateSessionsJob, async () => {
      await generateDueSessions(db, Temporal.Now.instant());
    }),
  ];
}
