import type { Database } from '#platform/db/database.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';

/** What this module needs of the process. */
export interface WebhookDeps {
  db: Database;
  jobs: JobQueue;
  config: {
    /** `on` allows http and private addresses. */
    privateWebhooks: 'on' | 'off';
  };
}
