import { Type } from 'typebox';
import { Id, Instant, Nullable, OneOf } from '#platform/http/schemas.ts';
import { defineJob, type JobDefinition, type PayloadOf } from '#platform/jobs/define-job.ts';

/** A link is due. Only the id of its token is queued: the token is derived from it where it is needed. */
export const oneTimeLinkJob = defineJob({
  name: 'identity-mail',
  summary: 'Sends the link that verifies an address or resets a password.',
  payload: Type.Object({ tokenId: Id }),
  retryLimit: 8,
  retryDelaySeconds: 5,
  urgent: true,
});

/** Somebody says they forgot the password of this address, whether or not it has an account. */
export const passwordResetJob = defineJob({
  name: 'identity-password-reset',
  summary: 'Makes a link that resets a password, if the address has an account.',
  payload: Type.Object({ email: Type.String() }),
  retryLimit: 5,
  retryDelaySeconds: 2,
  urgent: true,
});

/** Something happened to an account that its owner is to know. */
export const accountEventsJob = defineJob({
  name: 'identity-account-events',
  summary: 'Tells the owner of an account what happened to it.',
  payload: Type.Object({
    /** Made when it happened: the same event is never told twice. */
    id: Id,
    event: OneOf(['welcome', 'new_device', 'refresh_reused', 'password_changed', 'email_changed']),
    userId: Id,
    /** The address that the account had when it happened; after a change the former one. */
    email: Type.String(),
    /** Of a new device. */
    data: Type.Optional(
      Type.Object({ userAgent: Nullable(Type.String()), address: Nullable(Type.String()), at: Instant }),
    ),
  }),
  retryLimit: 8,
  retryDelaySeconds: 5,
});

export type AccountEvent = PayloadOf<typeof accountEventsJob>;

/** Deletes sign-ins and tokens that nobody can use any more; they hold addresses of people. */
export const staleSignInsJob = defineJob({
  name: 'identity-stale-sign-ins',
  summary: 'Deletes ended sign-ins and expired links.',
  payload: Type.Object({}),
  retryLimit: 2,
  retryDelaySeconds: 60,
  schedule: { cron: '17 3 * * *', timeZone: 'UTC' },
});

export const identityJobDefinitions: readonly JobDefinition[] = [
  oneTimeLinkJob,
  passwordResetJob,
  accountEventsJob,
  staleSignInsJob,
];
