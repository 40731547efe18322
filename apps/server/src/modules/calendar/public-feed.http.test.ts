import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { readCalendar } from '../../../test-support/read-calendar.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';

let studio: StudioApi;
let admin: Person;
beforeAll(async () => {
  studio = await startStudioApi();
  admin = await studio.person('admin');
});
afterAll(() => studio.close());

const get = (path: string, headers = {}) => studio.call('GET', path, { headers });
const classFeed = async (classId: string) => readCalendar((await get(`/classes/${classId}/calendar.ics`)).body);
const uidOf = ({ id }: { id: string }) => `session-${id}@localhost:3000`;

test('the schedule holds every coming session once, and those of the last two weeks', async () => {
  const sessions = [];
  for (const hours of [-15 * 24, -13 * 24, 1, 24 * 200]) {
    sessions.push(await studio.session({ startsAt: hoursFromNow(hours) }));
  }
  await studio.session({ deletedAt: hoursFromNow(0) });
  const response = await get('/calendar.ics');
  expect(response.statusCode).toBe(200);
  expect(response.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="schedule.ics"',
    'cache-control': 'public, max-age=60',
  });
  const { calendar, events } = readCalendar(response.body);
  expect(events.map(({ uid }) => uid)).toEqual(sessions.slice(1).map(uidOf));
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  expect(calendar.getFirstPropertyValue('name')).toBe('Openmat Studio');
  expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
});

test('a session says what it is, where and when', async () => {
  const startsAt = Temporal.ZonedDateTime.from('2031-10-26T18:00[America/New_York]').toInstant();
  const session = await studio.session({
    startsAt,
    classTypeId: await studio.classType({ name: 'Yin, Yang; Flow' }),
    locationId: await studio.location({ name: 'Loft', address: '1 Main St', timeZone: 'America/New_York' }),
    instructorId: await studio.instructor({ name: 'Mira Čeh' }),
  });
  const { calendar, events } = await classFeed(session.classTypeId);
  expect(String(calendar.getFirstPropertyValue('name'))).toBe('Yin\\, Yang\\; Flow · Openmat Studio');
  expect(events).toEqual([
    {
      uid: uidOf(session),
      sequence: 0,
      status: 'CONFIRMED',
      summary: 'Yin, Yang; Flow',
      description: 'Mira Čeh',
      location: 'Loft, 1 Main St',
      url: `http://localhost:3000/sessions/${session.id}`,
      wall: '2031-10-26T18:00:00',
      timeZone: 'America/New_York',
      startsAt,
      lastModified: expect.any(String),
    },
  ]);
});

test('a session that was moved is the same event in a higher version', async () => {
  const session = await studio.session();
  const startsAt = session.startsAt.add({ hours: 3 }).round('second');
  const moved = await admin.patch(`/admin/sessions/${session.id}`, {
    startsAt: startsAt.toString(),
    endsAt: startsAt.add({ hours: 1 }).toString(),
  });
  expect(moved.statusCode).toBe(200);
  const { events } = await classFeed(session.classTypeId);
  expect(events).toEqual([
    expect.objectContaining({ uid: uidOf(session), sequence: 1, status: 'CONFIRMED', startsAt }),
  ]);
});

test('a session that was canceled is still there, as canceled', async () => {
  const session = await studio.session();
  expect((await admin.post(`/admin/sessions/${session.id}/cancel`, {})).statusCode).toBe(200);
  const { events } = await classFeed(session.classTypeId);
  expect(events).toEqual([expect.objectContaining({ uid: uidOf(session), sequence: 1, status: 'CANCELLED' })]);
});

test('bookings make no new version', async () => {
  const session = await studio.session();
  const revisedAt = () => studio.db.selectFrom('sessions').select('revisedAt').where('id', '=', session.id);
  await (await studio.person()).book(session.id);
  expect(await revisedAt().executeTakeFirst()).toEqual({ revisedAt: session.revisedAt });
});

test('a class that is not in the catalogue has none', async () => {
  expect((await get(`/classes/${crypto.randomUUID()}/calendar.ics`)).statusCode).toBe(404);
  const deleted = await studio.classType({ deletedAt: hoursFromNow(0) });
  expect((await get(`/classes/${deleted}/calendar.ics`)).statusCode).toBe(404);
});

describe('one session', () => {
  const one = (id: string) => get(`/sessions/${id}/calendar.ics`);

  test('is the same event as in the feeds, except that whoever puts it into a calendar means to go', async () => {
    const session = await studio.session();
    await studio.session({ classTypeId: session.classTypeId });
    const response = await one(session.id);
    expect(response.headers).toMatchObject({ 'content-disposition': 'attachment; filename="session.ics"' });
    const { calendar, events } = readCalendar(response.body);
    expect(events).toEqual((await classFeed(session.classTypeId)).events.filter(({ uid }) => uid === uidOf(session)));
    expect(String(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('transp'))).toBe('OPAQUE');
  });

  test('that was canceled says so', async () => {
    const session = await studio.session();
    await admin.post(`/admin/sessions/${session.id}/cancel`, {});
    const { events } = readCalendar((await one(session.id)).body);
    expect(events).toEqual([expect.objectContaining({ uid: uidOf(session), sequence: 1, status: 'CANCELLED' })]);
  });

  test('that is not in the schedule is not found', async () => {
    const deleted = await studio.session({ deletedAt: hoursFromNow(0) });
    for (const id of [crypto.randomUUID(), deleted.id]) expect((await one(id)).statusCode).toBe(404);
  });
});

describe('everybody who asks', () => {
  test('gets nothing again while nothing has changed', async () => {
    const { classTypeId } = await studio.session();
    const { etag } = (await get(`/classes/${classTypeId}/calendar.ics`)).headers;
    for (const named of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await get(`/classes/${classTypeId}/calendar.ics`, { 'if-none-match': named });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
    }
    const other = await get(`/classes/${classTypeId}/calendar.ics`, { 'if-none-match': '"other"' });
    expect(other.statusCode).toBe(200);
  });

  test('shares one answer within a minute', async () => {
    const { classTypeId } = await studio.session();
    const before = (await get(`/classes/${classTypeId}/calendar.ics`)).body;
    await studio.session({ classTypeId });
    expect((await get(`/classes/${classTypeId}/calendar.ics`)).body).toBe(before);
  });
});
