import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { type SmtpInbox, startSmtpInbox } from '../../../test-support/smtp-inbox.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { createMailer } from '../../platform/mail/mailer.ts';
import { type NewMessage, recordMessages, sendMessageJob } from './record-messages.ts';
import { sendMessage } from './send-message.ts';

let inbox: SmtpInbox;
let api: TestApi;
beforeAll(async () => {
  inbox = await startSmtpInbox();
  api = await startTestApi({ smtpPort: inbox.port, mailPerSecond: 1_000, webUrl: 'https://studio.example' });
});
beforeEach(() => {
  inbox.mode = 'take';
  inbox.mails.length = 0;
});
afterAll(async () => {
  await api.close();
  await inbox.close();
});

const rowOf = (id: string) =>
  api.services.db.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const memberOf = (id: string) =>
  api.services.db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

async function record(message: Omit<NewMessage, 'cause'>): Promise<string> {
  const { db, jobs } = api.services;
  const cause = `test:${crypto.randomUUID()}`;
  await inTransaction(db, (tx) => recordMessages(tx, jobs, [{ ...message, cause }]));
  const { id } = await db.selectFrom('messages').select('id').where('cause', '=', cause).executeTakeFirstOrThrow();
  return id;
}

/** A member with a place in a session, and the message that says so. */
async function booked(kind: NewMessage['kind'] = 'booking_confirmed', data?: NewMessage['data']) {
  const make = fixtures(api.services.db);
  const [member, session] = [await make.user(), await make.session()];
  await make.ticket(member.id);
  const token = api.tokenOf(member.id);
  const bookingId: string = (await api.call('POST', '/bookings', { token, body: { sessionId: session.id } })).json().id;
  const id = await record({ userId: member.id, kind, bookingId, ...(data && { data }) });
  return { id, member, token, session, bookingId };
}

test('a booking is confirmed by one mail with its calendar entry, however often the job runs', async () => {
  const { id, member, bookingId } = await booked();
  await sendMessage(api.services, id);
  await sendMessage(api.services, id);

  expect(inbox.mails).toHaveLength(1);
  const [mail] = inbox.mails;
  expect(mail?.messageId).toBe(`<${id}@studio.example>`);
  expect(mail?.to).toMatchObject({ text: member.email });
  const calendar = mail?.attachments.find(({ contentType }) => contentType === 'text/calendar');
  expect(calendar?.headers.get('content-type')).toMatchObject({ params: { method: 'REQUEST' } });
  const text = calendar?.content.toString().replaceAll('\r\n ', '');
  expect(text).toContain(`UID:booking-${bookingId}@studio.example`);
  expect(text).toContain('METHOD:REQUEST');
  expect(await rowOf(id)).toMatchObject({ status: 'sent', sentTo: member.email, subject: mail?.subject, attempts: 1 });
});

test('a canceled booking leaves the calendar', async () => {
  const { id, token, bookingId } = await booked('booking_canceled');
  await api.call('POST', `/bookings/${bookingId}/cancel`, { token, body: {} });
  await sendMessage(api.services, id);
  const calendar = inbox.mails[0]?.attachments.find(({ contentType }) => contentType === 'text/calendar');
  const text = calendar?.content.toString();
  expect(text).toContain('METHOD:CANCEL');
  expect(text).toContain('SEQUENCE:1');
});

test('what is no longer true is not sent', async () => {
  const { id, token, bookingId } = await booked();
  await api.call('POST', `/bookings/${bookingId}/cancel`, { token, body: {} });
  await sendMessage(api.services, id);
  expect(inbox.mails).toEqual([]);
  expect(await rowOf(id)).toMatchObject({ status: 'skipped', statusReason: 'no_longer_true' });
});

test('a reminder is for the start it was planned for', async () => {
  const startsAt = hoursFromNow(48);
  const { id } = await booked('reminder', { startsAt: startsAt.toString(), minutesBefore: 1_440 });
  await sendMessage(api.services, id);
  expect(await rowOf(id)).toMatchObject({ status: 'skipped', statusReason: 'no_longer_true' });
});

describe('what a member wants', () => {
  test('switched off is skipped, and a canceled session is told all the same', async () => {
    const { id, member, token, bookingId } = await booked();
    const chosen = await api.call('PUT', '/me/notifications', {
      token,
      body: { bookings: false, tickets: false, reminders: [] },
    });
    expect(chosen.statusCode).toBe(200);
    await sendMessage(api.services, id);
    const essential = await record({ userId: member.id, kind: 'session_canceled', bookingId });
    await sendMessage(api.services, essential);
    expect(await rowOf(id)).toMatchObject({ status: 'skipped', statusReason: 'not_wanted' });
    expect(await rowOf(essential)).toMatchObject({ status: 'sent' });
  });

  test('the header of a mail leaves its category with one bare POST', async () => {
    const { id, token } = await booked();
    await sendMessage(api.services, id);
    const headers = new Map(inbox.mails[0]?.headerLines.map(({ key, line }) => [key, line.replace(/\r\n\s+/g, '')]));
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const url = new URL(/<(.+)>/.exec(headers.get('list-unsubscribe') ?? '')?.[1] ?? '');
    expect(url.origin).toBe('https://studio.example');
    const left = await api.app.inject({
      method: 'POST',
      url: url.pathname + url.search,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
    expect(left.statusCode).toBe(200);
    expect((await api.call('GET', '/me/notifications', { token })).json()).toMatchObject({ bookings: false });
  });

  test('nobody can leave what is always sent', async () => {
    const { member, bookingId } = await booked();
    await sendMessage(api.services, await record({ userId: member.id, kind: 'session_canceled', bookingId }));
    expect(inbox.mails[0]?.headerLines.map(({ key }) => key)).not.toContain('list-unsubscribe');
  });
});

describe('mails of accounts', () => {
  test('a link goes out while it is good', async () => {
    const email = `${crypto.randomUUID()}@example.org`;
    await api.call('POST', '/auth/register', { body: { email, name: 'Anna', password: 'seven-birds-on-a-wire' } });
    const { db } = api.services;
    const { id: userId } = await db
      .selectFrom('users')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    const { id: tokenId } = await db
      .selectFrom('oneTimeTokens')
      .select('id')
      .where('userId', '=', userId)
      .executeTakeFirstOrThrow();
    const first = await record({ userId, kind: 'verify_email', data: { tokenId } });
    await sendMessage(api.services, first);
    expect(inbox.mails[0]?.text).toContain('https://studio.example/verify-email?token=');
    const link = /verify-email\?token=([\w-]+)/.exec(inbox.mails[0]?.text ?? '')?.[1];
    await api.call('POST', '/auth/verify-email', { body: { token: link } });

    const second = await record({ userId, kind: 'verify_email', data: { tokenId } });
    await sendMessage(api.services, second);
    expect(await rowOf(second)).toMatchObject({ status: 'skipped', statusReason: 'link_used' });
  });

  test('a notice of a changed address goes to the former one', async () => {
    const member = await fixtures(api.services.db).user();
    const id = await record({ userId: member.id, kind: 'email_changed', address: 'former@example.org' });
    await sendMessage(api.services, id);
    expect(inbox.mails[0]?.to).toMatchObject({ text: 'former@example.org' });
  });

  test('who was erased hears nothing more', async () => {
    const member = await fixtures(api.services.db).user({ deletedAt: hoursFromNow(-1) });
    const id = await record({ userId: member.id, kind: 'welcome' });
    await sendMessage(api.services, id);
    expect(await rowOf(id)).toMatchObject({ status: 'skipped', statusReason: 'erased' });
  });
});

describe('an address that does not exist', () => {
  test('ends the message, is shown at the member, and only what is always sent is tried there again', async () => {
    const { id, member, bookingId } = await booked();
    const admin = await fixtures(api.services.db).user({ role: 'admin' });
    const shown = async () =>
      (await api.call('GET', `/admin/users/${member.id}`, { token: api.tokenOf(admin.id, 'admin') })).json()
        .emailProblem;
    inbox.mode = 'refuse';
    await sendMessage(api.services, id);
    expect(await rowOf(id)).toMatchObject({ status: 'failed', statusReason: 'rejected' });
    expect(await shown()).toContain('no such user here');

    inbox.mode = 'take';
    const other = await record({ userId: member.id, kind: 'booking_confirmed', bookingId });
    await sendMessage(api.services, other);
    expect(await rowOf(other)).toMatchObject({ status: 'skipped', statusReason: 'address_fails' });

    await sendMessage(api.services, await record({ userId: member.id, kind: 'welcome' }));
    expect(inbox.mails).toHaveLength(1);
    expect(await shown()).toBeNull();
  });
});

describe('a mail server that is down', () => {
  const nobody = () => ({ ...api.services, mailer: createMailer({ ...api.services.config, smtpPort: 1 }) });

  test('delays the message and loses nothing', async () => {
    const { id, member } = await booked();
    await expect(sendMessage(nobody(), id)).rejects.toThrow(/ECONNREFUSED/);
    expect(await rowOf(id)).toMatchObject({
      status: 'queued',
      attempts: 1,
      lastError: expect.stringMatching(/ECONNREFUSED/),
    });
    inbox.mode = 'later';
    await expect(sendMessage(api.services, id)).rejects.toThrow();
    inbox.mode = 'take';
    await sendMessage(api.services, id);
    expect(inbox.mails).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ status: 'sent', attempts: 3, lastError: null });
    expect((await memberOf(member.id)).emailProblem).toBeNull();
  });

  test('for longer than the attempts go on ends the message as failed', async () => {
    const { id } = await booked();
    const attempts = sendMessageJob.retryLimit;
    await api.services.db.updateTable('messages').set({ attempts }).where('id', '=', id).execute();
    await expect(sendMessage(nobody(), id)).rejects.toThrow(/ECONNREFUSED/);
    expect(await rowOf(id)).toMatchObject({ status: 'failed', statusReason: 'gave_up' });

    // An admin retries the job that failed for good.
    await sendMessage(api.services, id);
    expect(await rowOf(id)).toMatchObject({ status: 'sent', statusReason: null });
  });
});
