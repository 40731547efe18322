import { setTimeout as delay } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server that keeps what it is sent. */
export interface SmtpInbox {
  port: number;
  /** Every mail that was taken, in that order. */
  mails: ParsedMail[];
  /** Message-IDs of everything that was transmitted, taken or not. */
  transmitted: string[];
  /** Decides about the next mails; `hang` never answers, `refuse` is a 550 and `later` a 451 for the recipient. */
  mode: 'take' | 'hang' | 'refuse' | 'later';
  /** Waits until so many mails were taken. */
  waitForMails(count: number, timeoutMs?: number): Promise<ParsedMail[]>;
  close(): Promise<void>;
}

/** Starts an inbox on a port of its own, or on a given one. */
export async function startSmtpInbox(port = 0): Promise<SmtpInbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    // Connections that hang on purpose must not hold up the end of a test.
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, callback) => {
      if (inbox.mode === 'refuse') callback(smtpError(550, `5.1.1 <${address}>: no such user here`));
      else if (inbox.mode === 'later') callback(smtpError(451, '4.7.1 Try again later'));
      else callback();
    },
    onData: (stream, _session, callback) => {
      const { mode } = inbox;
      void simpleParser(stream).then((mail) => {
        inbox.transmitted.push(mail.messageId ?? '');
        if (mode === 'hang') return;
        inbox.mails.push(mail);
        callback();
      }, callback);
    },
  });
  server.on('error', () => {});
  const inbox: SmtpInbox = {
    port,
    mails: [],
    transmitted: [],
    mode: 'take',
    waitForMails: async (count, timeoutMs = 10_000) => {
      const deadline = Date.now() + timeoutMs;
      while (inbox.mails.length < count && Date.now() < deadline) await delay(20);
      if (inbox.mails.length < count) throw new Error(`${inbox.mails.length} of ${count} mails arrived`);
      return inbox.mails;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  if (typeof address === 'object' && address) inbox.port = address.port;
  return inbox;
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
