import type { Database } from '#platform/db/database.ts';
import type { Listener } from '#platform/events/listener.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';
import type { PublicAnswers } from './public-answer.ts';

/** What the schedule's routes need of the process. */
export interface ScheduleDeps {
  db: Database;
  jobs: JobQueue;
  listener: Listener;
  publicAnswers: PublicAnswers;
}
