import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findFreePort } from '../free-port.ts';
import { mailDirOf, readSettings } from '../settings.ts';
import { startProcess } from './managed-process.ts';
import { serviceSpecs } from './services.ts';

async function createInbox() {
  const dataDir = await mkdtemp(join(tmpdir(), 'openmat-inbox-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const [mail, smtp] = await Promise.all([findFreePort(), findFreePort()]);
  const env = { OPENMAT_DATA_DIR: dataDir, OPENMAT_MAIL_PORT: String(mail), OPENMAT_SMTP_PORT: String(smtp) };
  const settings = readSettings(env);
  const { inbox } = serviceSpecs({ ports: settings.ports, dataDir, databaseUrl: '', logDir: dataDir, mode: 'built' });
  const start = () => startProcess(inbox, { signal: new AbortController().signal, record: async () => {} });
  return { settings, mail, smtp, log: inbox.logFile, start };
}

test('shows what was received before it was started', async () => {
  const { settings, mail, start } = await createInbox();
  await mkdir(mailDirOf(settings));
  await writeFile(
    join(mailDirOf(settings), 'abcdefgh.eml'),
    'To: anna@example.org\r\nSubject: You are in\r\n\r\nHello',
  );
  const inbox = await start();
  onTestFinished(() => inbox.stop());
  const response = await fetch(`http://127.0.0.1:${mail}/api/email`);
  expect(await response.json()).toMatchObject([{ subject: 'You are in', to: [{ address: 'anna@example.org' }] }]);
});

test('says in one line that it cannot listen', async () => {
  const { smtp, log, start } = await createInbox();
  const other = createServer().listen(smtp, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  await expect(start()).rejects.toThrow('The mail inbox exited with code 1.');
  expect(await readFile(log, 'utf8')).toMatch(/^listen EADDRINUSE.*\n$/);
});
