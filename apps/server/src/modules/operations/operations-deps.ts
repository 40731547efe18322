import type { Database } from '#platform/db/database.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';

/** What the module needs of the program around it. */
export interface OperationsDeps {
  db: Database;
  jobs: JobQueue;
}
