import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';

let studio: StudioApi;
let admin: Person;
let references: { classId: string; locationId: string; instructorId: string };

const ZONE = 'Europe/Ljubljana';
const today = Temporal.Now.plainDateISO(ZONE);
const inDays = (days: number) => today.add({ days }).toString();

beforeAll(async () => {
  studio = await startStudioApi();
  admin = await studio.person('admin', 0);
  const [classId, locationId, instructorId] = [
    await studio.classType(),
    await studio.location(),
    await studio.instructor(),
  ];
  references = { classId, locationId, instructorId };
});
afterAll(() => studio.close());

const times = { rule: 'FREQ=DAILY', startsOn: inDays(1), startTime: '18:00', durationMinutes: 75 };
const series = (fields: object = {}) => ({ ...references, ...times, capacity: 12, ...fields });
const preview = (fields: object = {}) =>
  admin.post('/admin/series/preview', { locationId: references.locationId, ...times, ...fields });
const sessionsOf = (seriesId: string) =>
  studio.db.selectFrom('sessions').selectAll().where('seriesId', '=', seriesId).orderBy('startsAt').execute();

describe('a preview', () => {
  test('shows every session in the time of the place, and saves nothing', async () => {
    const response = await preview({ startsOn: '2027-03-24', rule: 'FREQ=WEEKLY;BYDAY=SA,SU;COUNT=3' });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({
      timeZone: ZONE,
      truncated: false,
      occurrences: [
        ['2027-03-27', '+01:00'],
        // The clocks change in the night before.
        ['2027-03-28', '+02:00'],
        ['2027-04-03', '+02:00'],
      ].map(([day, offset]) => ({
        day,
        startsAt: `${day}T18:00:00${offset}`,
        endsAt: `${day}T19:15:00${offset}`,
        closed: null,
      })),
    });
    expect(await studio.db.selectFrom('series').selectAll().execute()).toEqual([]);
  });

  test.each([
    ['from a day on, in step with its beginning', '2027-01-12', ['2027-01-15', '2027-01-22', '2027-01-29']],
    ['from its beginning when the day is before', '2026-12-24', ['2027-01-01', '2027-01-08', '2027-01-15']],
    ['nothing when the day is after its end', '2027-02-12', []],
  ])('shows %s', async (_, from, first) => {
    const body = { startsOn: '2027-01-01', endsOn: '2027-02-10', rule: 'FREQ=DAILY;INTERVAL=7' };
    const { occurrences } = (await preview({ ...body, from })).json();
    expect(occurrences.slice(0, 3).map(({ day }: { day: string }) => day)).toEqual(first);
  });

  test('shows what is left of COUNT', async () => {
    const body = { startsOn: '2027-01-01', rule: 'FREQ=DAILY;COUNT=5', from: '2027-01-04' };
    expect((await preview(body)).json().occurrences).toHaveLength(2);
  });

  test('marks the closed days of this place and of all places', async () => {
    const elsewhere = await studio.location();
    const closed = [
      { day: '2027-12-25', reason: 'Christmas' },
      { day: '2027-12-26', reason: 'Repairs', locationId: references.locationId },
      { day: '2027-12-27', locationId: elsewhere },
    ];
    for (const body of closed) expect((await admin.post('/admin/closed-days', body)).statusCode).toBe(201);
    const { occurrences } = (await preview({ startsOn: '2027-12-24', endsOn: '2027-12-27' })).json();
    expect(occurrences.map((occurrence: { closed: string | null }) => occurrence.closed)).toEqual([
      null,
      'Christmas',
      'Repairs',
      null,
    ]);
  });

  test.each([
    ['a year without an end', undefined, 366, false],
    ['no more than 1,000', '2032-01-01', 1_000, true],
  ])('shows %s', async (_, endsOn, count, truncated) => {
    const answer = (await preview({ startsOn: '2027-01-01', ...(endsOn && { endsOn }) })).json();
    expect([answer.occurrences.length, answer.truncated]).toEqual([count, truncated]);
  });
});

describe('a new series', () => {
  test('has its sessions on the schedule at once, up to 28 days beyond the opening of booking', async () => {
    const response = await admin.post('/admin/series', series());
    expect(response.statusCode).toBe(201);
    const created = response.json();
    expect(created).toMatchObject({
      class: { id: references.classId },
      timeZone: ZONE,
      ...times,
      endsOn: null,
      capacity: 12,
      generatedUntil: inDays(56),
      isActive: true,
    });
    const sessions = await sessionsOf(created.id);
    expect(sessions).toHaveLength(56);
    expect(sessions[0]?.seriesOccurrence?.toString()).toBe(inDays(1));
    const shown = await studio.call('GET', `/sessions/${sessions[0]?.id}`);
    expect(shown.json()).toMatchObject({ capacity: 12, activeCount: 0, state: 'scheduled' });
    expect(shown.json().startsAt).toContain(`${inDays(1)}T18:00:00`);
    expect((await admin.get(`/admin/series/${created.id}`)).json()).toEqual(created);
    const audit = await studio.db.selectFrom('auditLog').selectAll().where('entityId', '=', created.id).execute();
    expect(audit).toMatchObject([{ actorId: admin.id, action: 'series.create', after: { rule: 'FREQ=DAILY' } }]);
  });

  test('can be booked', async () => {
    const { id } = (await admin.post('/admin/series', series({ startTime: '07:00' }))).json();
    const member = await studio.person();
    expect(await member.book((await sessionsOf(id))[0]?.id ?? '')).toMatchObject({ state: 'active' });
  });

  test('tells admins of each session where it comes from', async () => {
    const { id } = (await admin.post('/admin/series', series({ endsOn: inDays(1) }))).json();
    const { items } = (await admin.get(`/admin/sessions?seriesId=${id}`)).json();
    const [session] = await sessionsOf(id);
    expect(items).toMatchObject([{ id: session?.id }]);
    const view = (await admin.get(`/admin/sessions/${session?.id}`)).json();
    expect(view).toMatchObject({ seriesId: id, seriesOccurrence: inDays(1) });
  });

  test('comes once per idempotency key', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const body = series({ endsOn: inDays(3) });
    const answers = await Promise.all([1, 2, 3].map(() => admin.post('/admin/series', body, headers)));
    const ids = new Set(answers.map((answer) => answer.json().id));
    expect(ids.size).toBe(1);
    expect(await sessionsOf([...ids][0])).toHaveLength(3);
    const other = await admin.post('/admin/series', series(), headers);
    expect(other.json()).toMatchObject({ status: 409, code: 'idempotency_key_reused' });
  });

  test.each([
    ['finer than daily', { rule: 'FREQ=HOURLY' }, 'rule'],
    ['at times of its own', { rule: 'FREQ=DAILY;BYHOUR=9' }, 'rule'],
    ['that never happens', { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'rule'],
    ['from the past', { startsOn: inDays(-1) }, 'startsOn'],
    ['that ends before it starts', { endsOn: inDays(0) }, 'endsOn'],
    ['on a day that is none', { startsOn: '2027-02-30' }, 'startsOn'],
    ['at a time that is none', { startTime: '24:00' }, 'startTime'],
    ['without a length', { durationMinutes: 0 }, 'durationMinutes'],
    ['without seats', { capacity: 0 }, 'capacity'],
    ['of an unknown class', { classId: randomUUID() }, 'classId'],
    ['at an unknown location', { locationId: randomUUID() }, 'locationId'],
    ['by an unknown instructor', { instructorId: randomUUID() }, 'instructorId'],
    ['with a field that is none', { seats: 12 }, 'seats'],
  ])('%s is refused', async (_, fields, field) => {
    const response = await admin.post('/admin/series', series(fields));
    expect(response.json()).toMatchObject({ status: 400, code: 'validation_failed', errors: [{ field }] });
  });
});

test('the list, the newest first, page by page and filtered', async () => {
  const classId = await studio.classType();
  const ids: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    ids.unshift((await admin.post('/admin/series', series({ classId, endsOn: inDays(1) }))).json().id);
  }
  const list = async (query: string) => (await admin.get(`/admin/series?classId=${classId}&${query}`)).json();
  const first = await list('limit=2&isActive=true');
  const second = await list(`limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map((item: { id: string }) => item.id)).toEqual(ids);
  expect(second.nextCursor).toBeNull();
  expect((await list('isActive=false')).items).toEqual([]);
  expect((await admin.get(`/admin/series/${randomUUID()}`)).json()).toMatchObject({ status: 404, code: 'not_found' });
});

test('those that go on and those that are over, by the day at their location', async () => {
  const classId = await studio.classType();
  const [west, east] = [
    await studio.location({ timeZone: 'Pacific/Pago_Pago' }),
    await studio.location({ timeZone: 'Pacific/Kiritimati' }),
  ];
  const start = async (fields: object) =>
    (await admin.post('/admin/series', series({ classId, startsOn: inDays(3), ...fields }))).json().id as string;
  const [open, ended, inWest, inEast] = [
    await start({}),
    await start({}),
    await start({ locationId: west }),
    await start({ locationId: east }),
  ];
  await admin.delete(`/admin/series/${ended}?scope=all_future`);
  // In the east it is never the same day.
  const endsOn = Temporal.Now.plainDateISO('Pacific/Pago_Pago');
  const past = { startsOn: endsOn.subtract({ days: 7 }), endsOn };
  await studio.db.updateTable('series').set(past).where('id', 'in', [inWest, inEast]).execute();
  const ids = async (query: string) =>
    (await admin.get(`/admin/series?classId=${classId}${query}`)).json().items.map(({ id }: { id: string }) => id);
  expect(await ids('&going=true')).toEqual([inWest, open]);
  expect(await ids('&going=false')).toEqual([inEast, ended]);
  expect(await ids('')).toHaveLength(4);
  expect(await ids(`&going=false&locationId=${east}`)).toEqual([inEast]);
});

test.each(['classes', 'locations', 'instructors'])('%s that a series needs cannot be deleted', async (path) => {
  const [classId, locationId, instructorId] = [
    await studio.classType(),
    await studio.location(),
    await studio.instructor(),
  ];
  const startsOn = inDays(200);
  const response = await admin.post('/admin/series', series({ classId, locationId, instructorId, startsOn }));
  expect(await sessionsOf(response.json().id)).toEqual([]);
  const id = { classes: classId, locations: locationId, instructors: instructorId }[path];
  expect((await admin.delete(`/admin/${path}/${id}`)).json()).toMatchObject({
    status: 409,
    code: 'still_in_use',
    series: 1,
  });
});

test.each(['member', 'staff'] as const)('none of it is for %s', async (role) => {
  const person = await studio.person(role);
  for (const response of [
    await person.get('/admin/series'),
    await person.post('/admin/series', series()),
    await person.post('/admin/series/preview', series()),
    await person.get('/admin/closed-days'),
    await person.post('/admin/closed-days', { day: inDays(1) }),
  ]) {
    expect([response.statusCode, response.json().code]).toEqual([403, 'forbidden']);
  }
});
