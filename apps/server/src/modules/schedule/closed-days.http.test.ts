import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { generateSessionsJob, scheduleJobs } from './series-jobs.ts';

let studio: StudioApi;
let admin: Person;
beforeAll(async () => {
  studio = await startStudioApi();
  admin = await studio.person('admin', 0);
});
afterAll(() => studio.close());

const path = '/admin/closed-days';
const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Ljubljana').add({ days }).toString();
const auditOf = (id: string) =>
  studio.db
    .selectFrom('auditLog')
    .select(['action', 'before', 'after'])
    .where('entityId', '=', id)
    .orderBy('id')
    .execute();

test('closing and opening a day, both audited', async () => {
  const response = await admin.post(path, { day: '2028-01-01', reason: 'New Year' });
  expect(response.statusCode).toBe(201);
  const { id, ...rest } = response.json();
  expect(rest).toEqual({ day: '2028-01-01', location: null, reason: 'New Year', scheduledSessions: 0 });
  const { items } = (await admin.get(`${path}?from=2028-01-01&to=2028-01-01`)).json();
  expect(items).toEqual([{ id, day: '2028-01-01', location: null, reason: 'New Year', scheduledSessions: 0 }]);
  expect((await admin.delete(`${path}/${id}`)).statusCode).toBe(204);
  expect((await admin.get(`${path}?from=2028-01-01&to=2028-01-01`)).json().items).toEqual([]);
  expect((await admin.delete(`${path}/${id}`)).json()).toMatchObject({ status: 404, code: 'not_found' });
  const fields = { day: '2028-01-01', locationId: null, reason: 'New Year' };
  expect(await auditOf(id)).toEqual([
    { action: 'closed_day.create', before: null, after: fields },
    { action: 'closed_day.delete', before: fields, after: null },
  ]);
});

test('the same day twice is refused, at another place it is another day', async () => {
  const locationId = await studio.location();
  const bodies = [{ day: '2028-02-08' }, { day: '2028-02-08', locationId }];
  for (const body of bodies) {
    expect((await admin.post(path, body)).statusCode).toBe(201);
    expect((await admin.post(path, body)).json()).toMatchObject({ status: 409, code: 'already_closed' });
  }
});

test('a range closes what was open in it, each day audited', async () => {
  const one = (await admin.post(path, { day: '2029-08-02', reason: 'Wedding' })).json();
  const body = { from: '2029-08-01', to: '2029-08-03', reason: 'Summer' };
  const { items } = (await admin.post(`${path}/range`, body)).json();
  expect(items.map(({ day }: { day: string }) => day)).toEqual(['2029-08-01', '2029-08-03']);
  expect((await auditOf(items[0].id)).map(({ action }) => action)).toEqual(['closed_day.create']);
  expect((await auditOf(one.id)).length).toBe(1);
  expect((await admin.post(`${path}/range`, body)).json()).toMatchObject({ code: 'already_closed' });
});

test.each([
  ['ends before it begins', '2029-09-02', '2029-09-01'],
  ['is longer than a year', '2029-09-01', '2030-09-02'],
])('a range that %s is refused', async (_, from, to) => {
  expect((await admin.post(`${path}/range`, { from, to })).json()).toMatchObject({ errors: [{ field: 'to' }] });
});

test('the same idempotency key closes once', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const [first, second] = await Promise.all([1, 2].map(() => admin.post(path, { day: '2028-03-01' }, headers)));
  expect(second?.statusCode).toBe(201);
  expect(second?.json()).toEqual(first?.json());
});

test.each([
  ['a day that is none', { day: '2028-02-30' }, 'day'],
  ['no day', {}, 'day'],
  ['an unknown place', { day: '2028-02-01', locationId: randomUUID() }, 'locationId'],
])('%s is refused', async (_, body, field) => {
  expect((await admin.post(path, body)).json()).toMatchObject({ code: 'validation_failed', errors: [{ field }] });
});

test('pages go by day', async () => {
  for (const day of ['2030-05-03', '2030-05-01', '2030-05-02']) await admin.post(path, { day });
  const first = (await admin.get(`${path}?from=2030-05-01&limit=2`)).json();
  const second = (await admin.get(`${path}?from=2030-05-01&limit=2&cursor=${first.nextCursor}`)).json();
  const days = [...first.items, ...second.items].map((item: { day: string }) => item.day);
  expect([days, second.nextCursor]).toEqual([['2030-05-01', '2030-05-02', '2030-05-03'], null]);
  expect((await admin.get(`${path}?cursor=abc`)).json()).toMatchObject({ status: 400, code: 'validation_failed' });
});

test('sessions of a closed day stay and are counted; a day that opens again gets those it missed', async () => {
  const { db, location, classType, instructor } = studio;
  const locationId = await location();
  const series = {
    classId: await classType(),
    locationId,
    instructorId: await instructor(),
    rule: 'FREQ=DAILY',
    startsOn: inDays(1),
    startTime: '23:30',
    durationMinutes: 60,
    capacity: 5,
  };
  const early = (await admin.post(path, { day: inDays(2), locationId })).json();
  const { id } = (await admin.post('/admin/series', series)).json();
  const days = async () => {
    const rows = await db.selectFrom('sessions').selectAll().where('seriesId', '=', id).orderBy('startsAt').execute();
    return rows.slice(0, 3).map((row) => row.seriesOccurrence?.toString());
  };
  expect(await days()).toEqual([inDays(1), inDays(3), inDays(4)]);
  expect((await admin.post(path, { day: inDays(3), locationId })).json()).toMatchObject({ scheduledSessions: 1 });
  const { items } = (await admin.get(`${path}?from=${inDays(2)}&to=${inDays(3)}`)).json();
  expect(items.map((item: { scheduledSessions: number }) => item.scheduledSessions)).toEqual([0, 1]);
  expect(await days()).toEqual([inDays(1), inDays(3), inDays(4)]);

  await admin.delete(`${path}/${early.id}`);
  expect(await queuedJobs(db, generateSessionsJob)).toContainEqual({});
  const [job] = scheduleJobs({ db });
  await job?.handle({}, new AbortController().signal);
  expect(await days()).toEqual([inDays(1), inDays(2), inDays(3)]);
});
