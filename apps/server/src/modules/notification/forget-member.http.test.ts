import { afterAll, beforeAll, expect, test } from 'vitest';
import { GOOD_PASSWORD, signUp } from '../../../test-support/signed-up.ts';
import { type SmtpInbox, startSmtpInbox } from '../../../test-support/smtp-inbox.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { sendMessage } from './send-message.ts';

let inbox: SmtpInbox;
let api: TestApi;
beforeAll(async () => {
  inbox = await startSmtpInbox();
  api = await startTestApi({ smtpPort: inbox.port });
});
afterAll(async () => {
  await api.close();
  await inbox.close();
});

test('no message names a member who was erased, not even one that was recorded afterwards', async () => {
  const { db } = api.services;
  const { id: userId, accessToken: token } = await signUp(api);
  const device = { userAgent: 'Firefox', address: '192.0.2.7', at: '2026-03-01T10:00:00Z' };
  const record = (cause: string) =>
    db
      .insertInto('messages')
      .values({ userId, kind: 'new_device', cause, address: 'anna@example.org', data: JSON.stringify(device) })
      .returning('id')
      .executeTakeFirstOrThrow();
  await sendMessage(api.services, (await record('before')).id);
  expect(inbox.mails).toHaveLength(1);
  await api.call('PUT', '/me/notifications', { token, body: { bookings: false, tickets: true, reminders: [] } });

  expect((await api.call('DELETE', '/me', { token, body: { password: GOOD_PASSWORD } })).statusCode).toBe(204);
  await sendMessage(api.services, (await record('afterwards')).id);

  expect(inbox.mails).toHaveLength(1);
  const nothing = { address: null, data: {}, sentTo: null, subject: null };
  expect(
    await db.selectFrom('messages').selectAll().where('userId', '=', userId).orderBy('id').execute(),
  ).toMatchObject([
    { ...nothing, status: 'sent' },
    { ...nothing, status: 'skipped', statusReason: 'erased' },
  ]);
  expect(await db.selectFrom('notificationPreferences').selectAll().where('userId', '=', userId).execute()).toEqual([]);
});
