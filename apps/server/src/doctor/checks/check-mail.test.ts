import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkMail } from './check-mail.ts';

const server = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  authOptional: true,
  onAuth: ({ password }, _session, answer) =>
    password === 'right' ? answer(null, { user: 'studio' }) : answer(new Error('Wrong password')),
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  ({ port } = server.server.address() as AddressInfo);
});
afterAll(() => new Promise<void>((closed) => server.close(closed)));

const mailFrom = 'studio@example.org';
const url = (password: string) => `smtp://studio:${password}@127.0.0.1:${port}`;

test('a server that lets us in', async () => {
  const finding = await checkMail({ smtpUrl: url('right'), smtpPort: 1, mailFrom });
  expect(finding).toMatchObject({ level: 'ok', message: `127.0.0.1:${port} lets us in; mails come from ${mailFrom}` });
});

test('a server that refuses is an error, told without the password', async () => {
  const { level, message } = await checkMail({ smtpUrl: url('wrong'), smtpPort: 1, mailFrom });
  expect(level).toBe('error');
  expect(message).toMatch(/^127\.0\.0\.1:\d+: Invalid login: 535/);
  expect(message).not.toContain('wrong@');
});

test('the inbox is there, or mails wait', async () => {
  expect(await checkMail({ smtpUrl: null, smtpPort: port, mailFrom })).toMatchObject({ level: 'ok' });
  expect(await checkMail({ smtpUrl: null, smtpPort: 1, mailFrom })).toMatchObject({
    level: 'warning',
    message: 'the inbox is not running on port 1; mails wait for it',
  });
});
