import { handleJob, type RegisteredJob } from '#platform/jobs/define-job.ts';
import { deleteStaleSignIns } from './delete-stale-sign-ins.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { passwordResetJob, staleSignInsJob } from './identity-jobs.ts';
import { requestPasswordReset } from './request-password-reset.ts';

/** The module's own jobs; links and account events are handled by those who tell members. */
export function identityJobs(deps: IdentityDeps): RegisteredJob[] {
  return [
    handleJob(passwordResetJob, ({ email }) => requestPasswordReset(deps, email)),
    handleJob(staleSignInsJob, () => deleteStaleSignIns(deps.db)),
  ];
}
