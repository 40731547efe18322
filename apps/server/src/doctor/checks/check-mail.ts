import { type MailSettings, verifyMailServer } from '#platform/mail/mailer.ts';
import type { Finding } from '../finding.ts';

const subject = 'E-mail';

/** Whether mails can be sent: the SMTP server lets us in, or the inbox in place of it runs. */
export async function checkMail(config: Pick<MailSettings, 'smtpUrl' | 'smtpPort' | 'mailFrom'>): Promise<Finding> {
  const { smtpUrl, smtpPort, mailFrom } = config;
  try {
    await verifyMailServer(config);
    const message = smtpUrl
      ? `${hostOf(smtpUrl)} lets us in; mails come from ${mailFrom}`
      : `inbox on port ${smtpPort}; no mail leaves this machine`;
    return { subject, level: 'ok', message };
  } catch (error) {
    if (smtpUrl) return { subject, level: 'error', message: `${hostOf(smtpUrl)}: ${(error as Error).message}` };
    return { subject, level: 'warning', message: `the inbox is not running on port ${smtpPort}; mails wait for it` };
  }
}

/** Without the password that stands in the address. */
function hostOf(smtpUrl: string): string {
  return new URL(smtpUrl).host;
}
