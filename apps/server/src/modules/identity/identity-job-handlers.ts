import { handleJob, type RegisteredJob } from '#platform/jobs/define-job.ts';
import { deleteStaleSignIns } from './delete-stale-sign-ins.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { oneTimeLinkJob, passwordResetJob, securityNoticeJob, staleSignInsJob } from './identity-jobs.ts';
import { type IdentityMailer, logIdentityMail } from './identity-mailer.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { sendOneTimeLink } from './send-one-time-link.ts';
import { sendSecurityNotice } from './send-security-notice.ts';

/** The background work of identity. Without a mailer it only logs what is to be sent. */
export function identityJobs(deps: IdentityDeps, mailer: IdentityMailer = logIdentityMail(deps)): RegisteredJob[] {
  return [
    handleJob(oneTimeLinkJob, ({ tokenId }) => sendOneTimeLink(deps, mailer, tokenId)),
    handleJob(passwordResetJob, ({ email }) => requestPasswordReset(deps, email)),
    handleJob(securityNoticeJob, (notice) => sendSecurityNotice(deps.db, mailer, notice)),
    handleJob(staleSignInsJob, () => deleteStaleSignIns(deps.db)),
  ];
}
