import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fixtures } from '../../../test-support/fixtures.ts';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { type SmtpInbox, startSmtpInbox } from '../../../test-support/smtp-inbox.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { sendMessageJob } from './record-messages.ts';
import { sendMessage } from './send-message.ts';

let inbox: SmtpInbox;
let api: TestApi;
let token: string;
beforeAll(async () => {
  inbox = await startSmtpInbox();
  api = await startTestApi({ smtpPort: inbox.port, mailPerSecond: 1_000 });
  const admin = await fixtures(api.services.db).user({ role: 'admin' });
  token = api.tokenOf(admin.id, 'admin');
});
beforeEach(() => {
  inbox.mails.length = 0;
});
afterAll(async () => {
  await api.close();
  await inbox.close();
});

async function welcomed(email?: string) {
  const { db } = api.services;
  const member = await fixtures(db).user({ name: 'Berta', ...(email && { email }) });
  const { id } = await db
    .insertInto('messages')
    .values({ userId: member.id, kind: 'welcome', cause: `welcome:${member.id}` })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, member };
}

test('the delivery log says who was told what, and how that went', async () => {
  const { id, member } = await welcomed();
  await sendMessage(api.services, id);
  const list = await api.call('GET', `/admin/messages?userId=${member.id}`, { token });
  expect(list.statusCode).toBe(200);
  expect(list.json()).toMatchObject({
    items: [
      {
        id,
        kind: 'welcome',
        user: { id: member.id, name: 'Berta', email: member.email },
        status: 'sent',
        statusReason: null,
        attempts: 1,
        lastError: null,
        subject: inbox.mails[0]?.subject,
        sentTo: member.email,
        sentAt: expect.any(String),
      },
    ],
    nextCursor: null,
  });
  expect((await api.call('GET', `/admin/messages/${id}`, { token })).json()).toEqual(list.json().items[0]);
});

test('it can be narrowed down, and its pages follow each other', async () => {
  const [first, second] = [await welcomed(), await welcomed()];
  const path = '/admin/messages?status=queued&kind=welcome&limit=1';
  const newest = (await api.call('GET', path, { token })).json();
  const older = (await api.call('GET', `${path}&cursor=${newest.nextCursor}`, { token })).json();
  expect([newest.items[0].id, older.items[0].id]).toEqual([second.id, first.id]);
  const others = await api.call('GET', `/admin/messages?userId=${first.member.id}&status=failed`, { token });
  expect(others.json().items).toEqual([]);
  expect((await api.call('GET', '/admin/messages?status=lost', { token })).statusCode).toBe(400);
});

test('sending once more makes a message of its own, once per idempotency key, audited', async () => {
  const { id } = await welcomed();
  await sendMessage(api.services, id);
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const [answer, again] = [
    await api.call('POST', `/admin/messages/${id}/resend`, { token, headers }),
    await api.call('POST', `/admin/messages/${id}/resend`, { token, headers }),
  ];
  expect([answer.statusCode, again.statusCode]).toEqual([201, 201]);
  expect(again.json()).toEqual(answer.json());
  const resent: string = answer.json().id;
  expect(answer.json()).toMatchObject({ resendOf: id, status: 'queued' });
  expect(await queuedJobs(api.services.db, sendMessageJob)).toContainEqual({ messageId: resent });

  await sendMessage(api.services, resent);
  const host = new URL(api.services.config.webUrl).hostname;
  expect(inbox.mails.map(({ messageId }) => messageId)).toEqual([`<${id}@${host}>`, `<${resent}@${host}>`]);
  const audit = await api.services.db
    .selectFrom('auditLog')
    .select(['action', 'after'])
    .where('entityId', '=', id)
    .execute();
  expect(audit).toEqual([{ action: 'message.resend', after: { resentAs: resent } }]);
});

test('there is nothing to send again where there was nothing', async () => {
  const answer = await api.call('POST', `/admin/messages/${crypto.randomUUID()}/resend`, { token });
  expect(answer.statusCode).toBe(404);
});
