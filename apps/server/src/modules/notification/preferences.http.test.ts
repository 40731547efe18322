import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtures } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { type Leavable, unsubscribeToken } from './unsubscribe-token.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

async function member() {
  const user = await fixtures(api.services.db).user();
  const linkFor = (category: Leavable) =>
    `/unsubscribe?token=${unsubscribeToken(api.services.config.accessTokenSecret, { userId: user.id, category })}`;
  return { user, token: api.tokenOf(user.id), linkFor };
}

describe('preferences', () => {
  test('are all mails and two reminders until a member chooses', async () => {
    const { token } = await member();
    const answer = await api.call('GET', '/me/notifications', { token });
    expect(answer.json()).toEqual({ bookings: true, tickets: true, reminders: [1_440, 120] });
  });

  test('are kept as chosen, the earliest reminder first', async () => {
    const { token } = await member();
    const body = { bookings: true, tickets: false, reminders: [60, 2_880] };
    expect((await api.call('PUT', '/me/notifications', { token, body })).json()).toEqual({
      ...body,
      reminders: [2_880, 60],
    });
    const none = { bookings: false, tickets: true, reminders: [] };
    await api.call('PUT', '/me/notifications', { token, body: none });
    expect((await api.call('GET', '/me/notifications', { token })).json()).toEqual(none);
  });

  test.each([
    ['too soon before', [14]],
    ['longer than a week before', [10_081]],
    ['four of them', [15, 30, 45, 60]],
    ['twice the same', [60, 60]],
  ])('reminders %s are refused', async (_, reminders) => {
    const { token } = await member();
    const body = { bookings: true, tickets: true, reminders };
    expect((await api.call('PUT', '/me/notifications', { token, body })).statusCode).toBe(400);
  });
});

describe('the link of a mail', () => {
  test('shows what it is about and leaves that alone', async () => {
    const { user, token, linkFor } = await member();
    expect((await api.call('GET', linkFor('tickets'))).json()).toEqual({
      category: 'tickets',
      email: `${user.email[0]}…@example.org`,
      subscribed: true,
    });
    const left = await api.call('POST', linkFor('tickets'));
    expect(left.json()).toMatchObject({ category: 'tickets', subscribed: false });
    expect((await api.call('GET', '/me/notifications', { token })).json()).toEqual({
      bookings: true,
      tickets: false,
      reminders: [1_440, 120],
    });
  });

  test('of a reminder ends them all', async () => {
    const { token, linkFor } = await member();
    await api.call('POST', linkFor('reminders'));
    expect((await api.call('GET', '/me/notifications', { token })).json()).toMatchObject({ reminders: [] });
  });

  test('takes a form of several parts as well', async () => {
    const { linkFor } = await member();
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    const request = new Request('http://localhost', { method: 'POST', body: form });
    const answer = await api.app.inject({
      method: 'POST',
      url: `/api/v1${linkFor('bookings')}`,
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      payload: await request.text(),
    });
    expect(answer.json()).toMatchObject({ subscribed: false });
  });

  test('opened in a browser leads to its page', async () => {
    const { linkFor } = await member();
    const answer = await api.call('GET', linkFor('bookings'), { headers: { accept: 'text/html,*/*' } });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(`${api.services.config.webUrl}${linkFor('bookings')}`);
  });

  test.each(['GET', 'POST'] as const)('%s with a forged token is refused', async (method) => {
    const answer = await api.call(method, `/unsubscribe?token=${crypto.randomUUID()}.bookings.x`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'invalid_token' });
  });

  test('of somebody who was erased is refused', async () => {
    const { user, linkFor } = await member();
    await api.services.db
      .updateTable('users')
      .set({ deletedAt: Temporal.Now.instant() })
      .where('id', '=', user.id)
      .execute();
    expect((await api.call('POST', linkFor('bookings'))).statusCode).toBe(400);
  });
});
