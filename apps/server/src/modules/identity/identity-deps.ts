import type { Logger } from 'pino';
import type { Database } from '#platform/db/database.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';
import type { IdentityParts } from './identity-parts.ts';

/** What the use cases of identity work with. */
export interface IdentityDeps extends IdentityParts {
  config: { environment: 'development' | 'test' | 'production'; webUrl: string };
  log: Logger;
  db: Database;
  jobs: JobQueue;
}
