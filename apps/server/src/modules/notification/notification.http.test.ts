import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtures } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { recordBookingMessages } from './record-booking-messages.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test('an event becomes one message of its member, also when the job runs twice', async () => {
  const { db } = api.services;
  const make = fixtures(db);
  const [anna, session] = [await make.user(), await make.session()];
  await make.ticket(anna.id);
  const token = api.tokenOf(anna.id);
  const booked = await api.call('POST', '/bookings', { token, body: { sessionId: session.id } });
  const payload = { events: [{ kind: 'booking_confirmed' as const, bookingId: booked.json().id }] };
  await recordBookingMessages(api.services, payload);
  await recordBookingMessages(api.services, payload);

  const messages = await api.call('GET', '/me/messages', { token });
  expect(messages.statusCode).toBe(200);
  expect(messages.json()).toMatchObject({
    items: [{ kind: 'booking_confirmed', bookingId: booked.json().id }],
    nextCursor: null,
  });
});

test('the messages of others are not shown, and pages follow each other', async () => {
  const { db } = api.services;
  const make = fixtures(db);
  const [anna, ben] = [await make.user(), await make.user()];
  for (const [n, userId] of [anna.id, anna.id, ben.id].entries()) {
    await db
      .insertInto('messages')
      .values({ userId, kind: 'booking_confirmed', cause: `test:${userId}:${n}` })
      .execute();
  }
  const token = api.tokenOf(anna.id);
  const first = (await api.call('GET', '/me/messages?limit=1', { token })).json();
  const second = (await api.call('GET', `/me/messages?limit=1&cursor=${first.nextCursor}`, { token })).json();
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([1, 1, null]);
  expect(first.items[0].id > second.items[0].id).toBe(true);
});
