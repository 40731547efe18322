import { Type } from 'typebox';
import { Id, OneOf } from '#platform/http/schemas.ts';
import { defineJob, type JobDefinition } from '#platform/jobs/define-job.ts';

/** Sends the link of a one-time token. Only its id is queued: the token is derived from it where it is needed. */
export const oneTimeLinkJob = defineJob({
  name: 'identity-mail',
  payload: Type.Object({ tokenId: Id }),
  retryLimit: 8,
  retryDelaySeconds: 5,
  urgent: true,
});

/** Somebody says they forgot the password of this address, whether or not it has an account. */
export const passwordResetJob = defineJob({
  name: 'identity-password-reset',
  payload: Type.Object({ email: Type.String() }),
  retryLimit: 5,
  retryDelaySeconds: 2,
  urgent: true,
});

/** Tells a member what happened to their account, at the address it had before. */
export const securityNoticeJob = defineJob({
  name: 'identity-security-notice',
  payload: Type.Object({
    notice: OneOf(['refresh_reused', 'password_changed', 'email_changed']),
    userId: Id,
    email: Type.String(),
  }),
  retryLimit: 8,
  retryDelaySeconds: 5,
});

/** Deletes sign-ins and tokens that nobody can use any more; they hold addresses of people. */
export const staleSignInsJob = defineJob({
  name: 'identity-stale-sign-ins',
  payload: Type.Object({}),
  retryLimit: 2,
  retryDelaySeconds: 60,
  schedule: { cron: '17 3 * * *', timeZone: 'UTC' },
});

export const identityJobDefinitions: readonly JobDefinition[] = [
  oneTimeLinkJob,
  passwordResetJob,
  securityNoticeJob,
  staleSignInsJob,
];
