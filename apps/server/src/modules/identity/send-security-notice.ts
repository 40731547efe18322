import type { Database } from '#platform/db/database.ts';
import type { PayloadOf } from '#platform/jobs/define-job.ts';
import type { securityNoticeJob } from './identity-jobs.ts';
import type { IdentityMailer } from './identity-mailer.ts';
import { findUserById } from './identity-store.ts';

/** Sends a notice about an account, unless it was erased in the meantime. */
export async function sendSecurityNotice(
  db: Database,
  mailer: IdentityMailer,
  { notice, userId, email }: PayloadOf<typeof securityNoticeJob>,
): Promise<void> {
  const user = await findUserById(db, userId);
  if (user) await mailer.sendNotice({ notice, to: { userId, email, name: user.name, locale: user.locale } });
}
