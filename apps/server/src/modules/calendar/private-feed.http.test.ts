import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { readCalendar } from '../../../test-support/read-calendar.ts';
import { GOOD_PASSWORD, signUp } from '../../../test-support/signed-up.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';

let studio: StudioApi;
let admin: Person;
beforeAll(async () => {
  studio = await startStudioApi();
  admin = await studio.person('admin');
});
afterAll(() => studio.close());

const BASE = 'http://localhost:3000/api/v1';

async function feedOf(person: Person, headers?: Record<string, string>): Promise<string> {
  const response = await person.post('/me/calendar-feed', undefined, headers);
  expect(response.statusCode).toBe(201);
  return response.json().url.slice(BASE.length);
}

/** At a time of its own, as calendars know no fractions of a second and members no two places at once. */
let hours = 24;
function session(row: Parameters<StudioApi['session']>[0] = {}) {
  hours += 2;
  return studio.session({ startsAt: hoursFromNow(hours).round('second'), ...row });
}

const get = (path: string, headers = {}) => studio.call('GET', path, { headers });
const statusOf = async (path: string) => (await get(path)).statusCode;
const eventsAt = async (path: string) => readCalendar((await get(path)).body).events;
const uidOf = ({ id }: { id: string }) => `booking-${id}@localhost:3000`;

test('the address is a secret of 256 bits below the web app, and never stored', async () => {
  const anna = await studio.person();
  const response = await anna.post('/me/calendar-feed', undefined, { 'idempotency-key': 'once' });
  const { url } = response.json();
  const [, secret = ''] = /^http:\/\/localhost:3000\/api\/v1\/calendar\/([\w-]{43})\.ics$/.exec(url) ?? [];
  expect(secret).not.toBe('');
  expect(response.headers['cache-control']).toBe('no-store');
  const feeds = await studio.db.selectFrom('calendarFeeds').selectAll().where('userId', '=', anna.id).execute();
  const keys = await studio.db.selectFrom('idempotencyKeys').selectAll().where('userId', '=', anna.id).execute();
  expect([feeds.length, keys.length]).toEqual([1, 1]);
  expect(JSON.stringify([feeds, keys])).not.toContain(secret);
});

test('it shows places, places in line and what was canceled lately, in versions that rise', async () => {
  const [anna, ben] = [await studio.person(), await studio.person()];
  const [booked, full, given] = [await session(), await session({ capacity: 1 }), await session()];
  await ben.book(full.id);
  const [active, waiting, canceled] = [await anna.book(booked.id), await anna.book(full.id), await anna.book(given.id)];
  await anna.post(`/bookings/${canceled.id}/cancel`, {});
  const feed = await feedOf(anna);

  const response = await get(feed);
  expect(response.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="bookings.ics"',
    'cache-control': 'private, no-cache',
  });
  const { calendar, events } = readCalendar(response.body);
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  expect(events.toSorted((a, b) => a.uid.localeCompare(b.uid))).toEqual([
    expect.objectContaining({ uid: uidOf(active), status: 'CONFIRMED', sequence: 0, startsAt: booked.startsAt }),
    expect.objectContaining({
      uid: uidOf(waiting),
      status: 'TENTATIVE',
      sequence: 0,
      summary: 'Vinyasa Flow (Waiting list)',
    }),
    expect.objectContaining({ uid: uidOf(canceled), status: 'CANCELLED', sequence: 1 }),
  ]);

  const startsAt = booked.startsAt.add({ minutes: 30 });
  await admin.patch(`/admin/sessions/${booked.id}`, { startsAt, endsAt: startsAt.add({ hours: 1 }) });
  expect(await eventsAt(feed)).toContainEqual(
    expect.objectContaining({ uid: uidOf(active), status: 'CONFIRMED', sequence: 1, startsAt }),
  );
  await admin.post(`/admin/sessions/${booked.id}/cancel`, {});
  expect(await eventsAt(feed)).toContainEqual(
    expect.objectContaining({ uid: uidOf(active), status: 'CANCELLED', sequence: 3, startsAt }),
  );
});

test('a place in line becomes a place in the same event', async () => {
  const [anna, ben] = [await studio.person(), await studio.person()];
  const full = await session({ capacity: 1 });
  const place = await ben.book(full.id);
  const waiting = await anna.book(full.id);
  const feed = await feedOf(anna);
  const before = await get(feed);
  await ben.post(`/bookings/${place.id}/cancel`, {});
  expect(await eventsAt(feed)).toEqual([
    expect.objectContaining({ uid: uidOf(waiting), status: 'CONFIRMED', summary: 'Vinyasa Flow' }),
  ]);
  const after = await get(feed, { 'if-none-match': String(before.headers.etag) });
  expect(after.statusCode).toBe(200);
  const again = await get(feed, { 'if-none-match': String(after.headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test.each([
  ['de-AT', 'Warteliste'],
  ['sl', 'Čakalna lista'],
  ['fr', 'Waiting list'],
])('to a member who reads %s the line is called %s', async (locale, words) => {
  const anna = await studio.person();
  await studio.db.updateTable('users').set({ locale }).where('id', '=', anna.id).execute();
  const full = await session({ capacity: 1 });
  await (await studio.person()).book(full.id);
  await anna.book(full.id);
  expect((await eventsAt(await feedOf(anna)))[0]?.summary).toBe(`Vinyasa Flow (${words})`);
});

test('it forgets what was canceled more than 30 days ago and what was more than a year ago', async () => {
  const anna = await studio.person('member', 9);
  const [kept, old, canceled] = [await session(), await session(), await session()];
  const booking = await anna.book(kept.id);
  await anna.book(old.id);
  const gone = await anna.book(canceled.id);
  await anna.post(`/bookings/${gone.id}/cancel`, {});
  await studio.shift(kept.id, hoursFromNow(-364 * 24));
  await studio.shift(old.id, hoursFromNow(-366 * 24));
  await studio.db
    .updateTable('bookings')
    .set({ canceledAt: hoursFromNow(-31 * 24) })
    .where('id', '=', gone.id)
    .execute();
  expect((await eventsAt(await feedOf(anna))).map(({ uid }) => uid)).toEqual([uidOf(booking)]);
});

test("nothing of another member's is in it", async () => {
  const [anna, ben] = [await studio.person(), await studio.person()];
  const [together, alone] = [await session(), await session()];
  const mine = await anna.book(together.id);
  const theirs = [await ben.book(together.id), await ben.book(alone.id)];
  const { body } = await get(await feedOf(anna));
  expect(readCalendar(body).events.map(({ uid }) => uid)).toEqual([uidOf(mine)]);
  for (const text of [ben.id, alone.id, ...theirs.map(({ id }) => id)]) expect(body).not.toContain(text);
  expect(await eventsAt(await feedOf(await studio.person()))).toEqual([]);
});

describe('the address', () => {
  test('is replaced at once by a new one', async () => {
    const anna = await studio.person();
    const first = await feedOf(anna);
    expect(await statusOf(first)).toBe(200);
    const second = await feedOf(anna);
    expect(second).not.toBe(first);
    expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200]);
  });

  test('is the same to a repeated request', async () => {
    const anna = await studio.person();
    const key = { 'idempotency-key': 'one-intent' };
    const [first, twin] = await Promise.all([feedOf(anna, key), feedOf(anna, key)]);
    expect([twin, await feedOf(anna, key)]).toEqual([first, first]);
    expect(await statusOf(first)).toBe(200);
    // Another intent in between: the answer is that of then, and the address is gone.
    await feedOf(anna);
    expect(await feedOf(anna, key)).toBe(first);
    expect(await statusOf(first)).toBe(404);
  });

  test('tells whether there is one, and ends when revoked', async () => {
    const anna = await studio.person();
    const state = async () => (await anna.get('/me/calendar-feed')).json();
    expect(await state()).toEqual({ active: false, createdAt: null });
    const feed = await feedOf(anna);
    expect(await state()).toEqual({ active: true, createdAt: expect.any(String) });
    for (let i = 0; i < 2; i += 1) expect((await anna.delete('/me/calendar-feed')).statusCode).toBe(204);
    expect(await state()).toEqual({ active: false, createdAt: null });
    expect(await statusOf(feed)).toBe(404);
  });

  test.each(['A'.repeat(43), 'short', '%00', crypto.randomUUID()])('%s is nobody’s', async (secret) => {
    const response = await get(`/calendar/${secret}.ics`);
    expect(response.statusCode).toBe(404);
    expect(response.json().code).toBe('not_found');
  });

  test('is dead while its member is blocked', async () => {
    const anna = await studio.person();
    const feed = await feedOf(anna);
    const block = (blocked: boolean) => admin.patch(`/admin/users/${anna.id}`, { blocked, reason: 'unpaid' });
    await block(true);
    expect(await statusOf(feed)).toBe(404);
    await block(false);
    expect(await statusOf(feed)).toBe(200);
  });

  test('goes with its member, and none comes after', async () => {
    const { id, accessToken: token } = await signUp(studio);
    const create = () => studio.call('POST', '/me/calendar-feed', { token });
    const feed = (await create()).json().url.slice(BASE.length);
    const exported = await studio.call('GET', '/me/export', { token });
    expect(exported.json().calendarFeed).toEqual({ createdAt: expect.any(String) });
    const erased = await studio.call('DELETE', '/me', { token, body: { password: GOOD_PASSWORD } });
    expect(erased.statusCode).toBe(204);
    expect(await statusOf(feed)).toBe(404);
    expect((await create()).statusCode).toBe(401);
    expect(await studio.db.selectFrom('calendarFeeds').selectAll().where('userId', '=', id).execute()).toEqual([]);
  });
});
