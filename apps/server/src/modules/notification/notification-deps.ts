import type { OneTimeLinkDeps } from '#modules/identity/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';
import type { Mailer, MailSettings } from '#platform/mail/mailer.ts';

/** What telling members needs. */
export interface NotificationDeps {
  db: Database;
  jobs: JobQueue;
  mailer: Mailer;
  oneTimeTokens: OneTimeLinkDeps['oneTimeTokens'];
  config: Pick<MailSettings, 'mailFrom'> & { webUrl: string; accessTokenSecret: string };
}
