import { MailDev } from 'maildev';
import { mailDirOf, readSettings } from '../settings.ts';
import { waitForStopRequest } from '../stop-request.ts';

/** Older mails make room for newer ones. */
const MAX_EMAILS = 1_000;
const HOST = '127.0.0.1';

// MailDev's own command would obey its environment variables and configuration files, and could be told to pass mails on.
const settings = readSettings(process.env);
const inbox = new MailDev({
  smtp: settings.ports.smtp,
  ip: HOST,
  web: settings.ports.mail,
  webIp: HOST,
  mailDirectory: mailDirOf(settings),
  maxEmails: MAX_EMAILS,
});

// Mails hold links that sign people in.
process.umask(0o077);
try {
  await inbox.start();
  process.send?.({ type: 'ready' });
  await waitForStopRequest();
  await inbox.stop();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// A browser that looks at the inbox keeps a connection open.
process.exit();
