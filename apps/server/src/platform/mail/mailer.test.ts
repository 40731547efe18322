import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type SmtpInbox, startSmtpInbox } from '../../../test-support/smtp-inbox.ts';
import { createMailer, type Mail, type Mailer } from './mailer.ts';

const mail: Mail = {
  fromName: 'Yoga "Öst", Graz',
  to: 'anna@example.org',
  subject: 'Grüße',
  html: '<p>Hello</p>',
  text: 'Hello',
  messageId: '<1@studio.example>',
  headers: { 'List-Unsubscribe': '<https://studio.example/u?token=abc>' },
};

let inbox: SmtpInbox;
let mailer: Mailer;
beforeAll(async () => {
  inbox = await startSmtpInbox();
  mailer = createMailer({
    smtpUrl: null,
    smtpPort: inbox.port,
    mailFrom: 'studio@studio.example',
    mailPerSecond: 1_000,
  });
});
beforeEach(() => {
  inbox.mode = 'take';
  inbox.mails.length = 0;
});
afterAll(async () => {
  await mailer.close();
  await inbox.close();
});

test('a mail arrives as it was given', async () => {
  expect(await mailer.send(mail)).toEqual({ kind: 'accepted' });
  const [arrived] = inbox.mails;
  expect(arrived?.from?.value).toEqual([{ name: mail.fromName, address: 'studio@studio.example' }]);
  expect(arrived).toMatchObject({ subject: 'Grüße', messageId: '<1@studio.example>' });
  expect(arrived?.text?.trim()).toBe('Hello');
  expect(arrived?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line).toContain('token=abc');
});

test('a calendar comes as what the mail says and as a file', async () => {
  const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
  await mailer.send({ ...mail, calendar: { method: 'REQUEST', content } });
  const parts = inbox.mails[0]?.attachments.map(({ contentType, filename }) => [contentType, filename]);
  expect(parts).toEqual([
    ['text/calendar', undefined],
    ['application/ics', 'session.ics'],
  ]);
});

test('a recipient that does not exist is a rejection, with what the server said', async () => {
  inbox.mode = 'refuse';
  expect(await mailer.send(mail)).toEqual({ kind: 'rejected', reason: expect.stringContaining('no such user here') });
});

test('"try again later" is thrown', async () => {
  inbox.mode = 'later';
  await expect(mailer.send(mail)).rejects.toThrow(/later/);
});

test('a server that is not there is thrown', async () => {
  const nobody = createMailer({
    smtpUrl: 'smtp://127.0.0.1:1',
    smtpPort: 1,
    mailFrom: 'a@b.example',
    mailPerSecond: 10,
  });
  await expect(nobody.send(mail)).rejects.toThrow(/ECONNREFUSED/);
  await nobody.close();
});
