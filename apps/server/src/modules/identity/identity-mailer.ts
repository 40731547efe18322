import type { PayloadOf } from '#platform/jobs/define-job.ts';
import type { IdentityDeps } from './identity-deps.ts';
import type { securityNoticeJob } from './identity-jobs.ts';
import type { User } from './identity-store.ts';
import type { OneTimePurpose } from './one-time-token.ts';

type Recipient = Pick<User, 'email' | 'name' | 'locale'> & { userId: string };

/** A link that does something once, for its recipient alone. */
export interface OneTimeLink {
  purpose: OneTimePurpose;
  to: Recipient;
  link: string;
  expiresAt: Temporal.Instant;
}

/** News about the recipient's account. */
export interface SecurityNotice {
  notice: PayloadOf<typeof securityNoticeJob>['notice'];
  to: Recipient;
}

/** Delivers the mails of identity. A rejection makes the job try again. */
export interface IdentityMailer {
  sendLink(mail: OneTimeLink): Promise<void>;
  sendNotice(mail: SecurityNotice): Promise<void>;
}

/** Writes what is due to the log; a developer gets the link with it, production never. */
export function logIdentityMail({ log, config }: Pick<IdentityDeps, 'log' | 'config'>): IdentityMailer {
  return {
    sendLink: async ({ purpose, to, link }) => {
      const shown = config.environment === 'production' ? {} : { link };
      log.info({ purpose, userId: to.userId, ...shown }, 'identity.mail');
    },
    sendNotice: async ({ notice, to }) => {
      log.info({ notice, userId: to.userId }, 'security.notice');
    },
  };
}
