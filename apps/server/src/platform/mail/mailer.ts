import { createTransport } from 'nodemailer';

/** One mail to one address. */
export interface Mail {
  /** Shown as the sender, before the address that all mails come from. */
  fromName: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** The same for every attempt, with angle brackets: a mail that arrives twice is one mail to its reader. */
  messageId: string;
  headers?: Record<string, string>;
  /** iCalendar, as what the mail says (clients offer to enter it) and as a file beside it. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string } | null;
}

/** How the SMTP server answered: it took the mail, or it never will, in its own words. */
export type MailOutcome = { kind: 'accepted' } | { kind: 'rejected'; reason: string };

export interface Mailer {
  /** @throws when the server cannot be reached, does not answer or says "not now": try again later */
  send(mail: Mail): Promise<MailOutcome>;
  close(): Promise<void>;
}

export interface MailSettings {
  smtpUrl: string | null;
  smtpPort: number;
  mailFrom: string;
  mailPerSecond: number;
}

/** Short, because nodemailer waits for minutes, and whoever restarts a worker waits with it. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** The SMTP server of the settings, or the inbox of `npm start` in its place. */
function smtpServerOf({ smtpUrl, smtpPort }: Pick<MailSettings, 'smtpUrl' | 'smtpPort'>) {
  return smtpUrl ? { url: smtpUrl } : { host: '127.0.0.1', port: smtpPort, ignoreTLS: true };
}

/**
 * Connects and logs in as for sending, and sends nothing.
 *
 * @throws when the server cannot be reached or refuses, with its words
 */
export async function verifyMailServer(settings: Pick<MailSettings, 'smtpUrl' | 'smtpPort'>): Promise<void> {
  const transport = createTransport({ ...smtpServerOf(settings), ...TIMEOUTS });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

/** Sends mails over a few kept SMTP connections; it connects when the first one is sent. */
export function createMailer({ smtpUrl, smtpPort, mailFrom, mailPerSecond }: MailSettings): Mailer {
  const transport = createTransport({
    ...smtpServerOf({ smtpUrl, smtpPort }),
    ...TIMEOUTS,
    pool: true,
    rateLimit: mailPerSecond,
    // A kept connection may have been closed by the server meanwhile; beyond that the job tries again.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ fromName, calendar, ...mail }) => {
      try {
        await transport.sendMail({
          ...mail,
          from: { name: fromName, address: mailFrom },
          ...(calendar && { icalEvent: { ...calendar, filename: 'session.ics' } }),
        });
        return { kind: 'accepted' };
      } catch (error) {
        const reason = rejectionOf(error);
        if (reason === null) throw error;
        return { kind: 'rejected', reason };
      }
    },
    close: async () => transport.close(),
  };
}

/**
 * What the server said when it refused this recipient or this mail for good, otherwise null.
 *
 * A refused login or sender has a 5xx code as well, but is ours to repair: those mails wait for it.
 */
function rejectionOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { responseCode, command, response } = error as Error & Record<string, unknown>;
  const isAboutMail = command === 'RCPT TO' || command === 'DATA';
  return isAboutMail && Number(responseCode) >= 500 ? String(response) : null;
}
