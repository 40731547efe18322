import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { bookingEventsJob } from './booking-events-job.ts';

let studio: StudioApi;
let admin: Person;

const ZONE = 'Europe/Ljubljana';
const today = Temporal.Now.plainDateISO(ZONE);
const inDays = (days: number) => today.add({ days }).toString();

beforeAll(async () => {
  studio = await startStudioApi();
  admin = await studio.person('admin', 0);
});
afterAll(async () => {
  expect(await auditInvariants(studio.db)).toEqual([]);
  await studio.close();
});

/** A session every day of the next ten. */
async function startSeries(fields: object = {}): Promise<string> {
  const [classId, locationId, instructorId] = [
    await studio.classType(),
    await studio.location(),
    await studio.instructor(),
  ];
  const response = await admin.post('/admin/series', {
    classId,
    locationId,
    instructorId,
    rule: 'FREQ=DAILY',
    startsOn: inDays(1),
    endsOn: inDays(10),
    startTime: '12:00',
    durationMinutes: 60,
    capacity: 2,
    ...fields,
  });
  if (response.statusCode !== 201) throw new Error(response.body);
  return response.json().id;
}

const change = (id: string, body: object) => admin.patch(`/admin/series/${id}`, { scope: 'all_future', ...body });
const end = (id: string, query: string) => admin.delete(`/admin/series/${id}?${query}`);
const sessionsOf = (seriesId: string) =>
  studio.db.selectFrom('sessions').selectAll().where('seriesId', '=', seriesId).orderBy('seriesOccurrence').execute();
const daysOf = async (seriesId: string) =>
  (await sessionsOf(seriesId)).map((session) => session.seriesOccurrence?.toString());
const sessionById = (id: string) =>
  studio.db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const seriesById = async (id: string) => (await admin.get(`/admin/series/${id}`)).json();
const auditOf = (id: string) =>
  studio.db.selectFrom('auditLog').selectAll().where('entityId', '=', id).orderBy('id').execute();

/** A series with two members in its third session and one more waiting. */
async function bookedSeries() {
  const id = await startSeries();
  const session = (await sessionsOf(id))[2];
  if (!session) throw new Error('no session');
  const people = await Promise.all([1, 2, 3].map(() => studio.person()));
  const bookings: string[] = [];
  for (const person of people) bookings.push((await person.book(session.id)).id);
  return { id, session, people, bookings };
}

async function toldOf(bookings: readonly string[]): Promise<string[]> {
  const events = (await queuedJobs(studio.db, bookingEventsJob)).flatMap((job) => job.events);
  return events.filter(({ bookingId }) => bookingId && bookings.includes(bookingId)).map(({ kind }) => kind);
}

describe('a change of all that is to come', () => {
  test('moves every session with everybody in it, and tells them', async () => {
    const { id, session, people, bookings } = await bookedSeries();
    const response = await change(id, { startTime: '17:30', reason: 'later' });
    expect(response.statusCode).toBe(200);
    const outcome = response.json();
    expect(outcome).toMatchObject({ dryRun: false, previousSeriesId: null, createdSessions: 0, people: 3 });
    expect([outcome.changedSessions.length, outcome.canceledSessions, outcome.deletedSessions]).toEqual([10, [], []]);
    expect(outcome.series).toMatchObject({ id, startTime: '17:30', rule: 'FREQ=DAILY' });
    const hours = (await sessionsOf(id)).map((row) => row.startsAt.toZonedDateTimeISO(ZONE).toPlainTime().toString());
    expect(new Set(hours)).toEqual(new Set(['17:30:00']));
    const view = (await people[0]?.get(`/bookings/${bookings[0]}`))?.json();
    expect(view.session.startsAt).toContain(`${inDays(3)}T17:30:00`);
    expect((await toldOf(bookings)).filter((kind) => kind === 'session_moved')).toHaveLength(3);
    expect((await auditOf(id)).slice(1)).toMatchObject([
      {
        actorId: admin.id,
        action: 'series.change',
        before: { startTime: '12:00' },
        after: { startTime: '17:30' },
        reason: 'later',
      },
    ]);
    expect(await auditOf(session.id)).toMatchObject([{ action: 'session.change', reason: 'later' }]);
  });

  test('more seats promote', async () => {
    const { id, people, bookings } = await bookedSeries();
    expect((await change(id, { capacity: 5 })).json().changedSessions).toHaveLength(10);
    expect((await people[2]?.get(`/bookings/${bookings[2]}`))?.json()).toMatchObject({ state: 'active' });
  });

  test('the same again changes nothing and is not audited', async () => {
    const id = await startSeries();
    expect((await change(id, { capacity: 2, startTime: '12:00' })).json()).toMatchObject({ changedSessions: [] });
    expect(await auditOf(id)).toHaveLength(1);
  });

  test('a place in another zone: the same wall time there', async () => {
    const id = await startSeries();
    const locationId = await studio.location({ timeZone: 'America/New_York' });
    const outcome = (await change(id, { locationId })).json();
    expect(outcome.series).toMatchObject({ location: { id: locationId }, timeZone: 'America/New_York' });
    const [first] = await sessionsOf(id);
    expect(first?.startsAt.toZonedDateTimeISO('America/New_York').toPlainTime().toString()).toBe('12:00:00');
  });

  test('what was changed about one session alone stays', async () => {
    const id = await startSeries();
    const [first, second, third] = await sessionsOf(id);
    await admin.patch(`/admin/sessions/${first?.id}`, { capacity: 7 });
    await admin.post(`/admin/sessions/${second?.id}/cancel`);
    await admin.delete(`/admin/sessions/${third?.id}`);
    const outcome = (await change(id, { capacity: 9 })).json();
    expect(outcome).toMatchObject({ createdSessions: 0 });
    const rows = await sessionsOf(id);
    expect(rows.map((row) => row.capacity)).toEqual([7, 2, 2, 9, 9, 9, 9, 9, 9, 9]);
    expect([rows[1]?.state, rows[2]?.deletedAt]).toEqual(['canceled', expect.anything()]);
  });

  test('a rule there and back again: its days are made anew', async () => {
    const id = await startSeries();
    const fewer = (await change(id, { rule: 'FREQ=DAILY;INTERVAL=3' })).json();
    expect([fewer.deletedSessions.length, fewer.createdSessions]).toEqual([6, 0]);
    expect(await daysOf(id)).toEqual([1, 4, 7, 10].map(inDays));
    expect((await change(id, { rule: 'FREQ=DAILY' })).json()).toMatchObject({
      createdSessions: 6,
      deletedSessions: [],
    });
    expect(await daysOf(id)).toHaveLength(10);
  });

  test('an end that is later or open brings more sessions', async () => {
    const id = await startSeries();
    expect((await change(id, { endsOn: inDays(12) })).json()).toMatchObject({ createdSessions: 2 });
    expect((await change(id, { endsOn: null })).json()).toMatchObject({
      createdSessions: 44,
      series: { endsOn: null },
    });
  });
});

describe('a change from a day on', () => {
  test('goes on as a series of its own, in step and with what is left of COUNT', async () => {
    const id = await startSeries({ rule: 'FREQ=DAILY;INTERVAL=2;COUNT=5', endsOn: null });
    const outcome = (await change(id, { scope: 'following', from: inDays(4), startTime: '13:00' })).json();
    const { series } = outcome;
    expect(outcome).toMatchObject({ previousSeriesId: id, createdSessions: 0 });
    expect(outcome.changedSessions).toHaveLength(3);
    expect(series).toMatchObject({ rule: 'FREQ=DAILY;INTERVAL=2;COUNT=3', startsOn: inDays(5), startTime: '13:00' });
    expect(await seriesById(id)).toMatchObject({ endsOn: inDays(3), startTime: '12:00', isActive: true });
    expect([await daysOf(id), await daysOf(series.id)]).toEqual([[1, 3].map(inDays), [5, 7, 9].map(inDays)]);
    expect((await auditOf(id)).slice(1)).toMatchObject([{ action: 'series.divide', after: { followedBy: series.id } }]);
  });

  test('a rule of its own begins there; canceled sessions are not made again', async () => {
    const id = await startSeries();
    const canceled = (await sessionsOf(id))[5];
    await admin.post(`/admin/sessions/${canceled?.id}/cancel`);
    const body = { scope: 'following', from: inDays(6), rule: 'FREQ=DAILY;INTERVAL=2', endsOn: inDays(12) };
    const { series, createdSessions, deletedSessions } = (await change(id, body)).json();
    expect([createdSessions, deletedSessions.length]).toEqual([1, 2]);
    expect(await daysOf(series.id)).toEqual([6, 8, 10, 12].map(inDays));
    expect((await sessionById(canceled?.id ?? '')).seriesId).toBe(series.id);
  });

  test('from its first day it is the same series', async () => {
    const id = await startSeries();
    const outcome = (await change(id, { scope: 'following', from: inDays(1), capacity: 3 })).json();
    expect(outcome).toMatchObject({ previousSeriesId: null, series: { id, capacity: 3 } });
  });

  test.each<[string, object, string]>([
    ['that is not said', { scope: 'following' }, 'from'],
    ['in the past', { scope: 'following', from: inDays(-1) }, 'from'],
    ['after the end', { scope: 'following', from: inDays(11) }, 'from'],
    ['with a rule that is none', { scope: 'following', from: inDays(5), rule: 'FREQ=HOURLY' }, 'rule'],
    ['with an end before', { scope: 'following', from: inDays(5), endsOn: inDays(3) }, 'endsOn'],
    ['with an unknown instructor', { instructorId: randomUUID() }, 'instructorId'],
    ['with an unknown place', { locationId: randomUUID() }, 'locationId'],
    ['with another class', { classId: randomUUID() }, 'classId'],
  ])('%s is refused', async (_, body, field) => {
    const id = await startSeries();
    const response = await change(id, body);
    expect(response.json()).toMatchObject({ status: 400, code: 'validation_failed', errors: [{ field }] });
    expect(await auditOf(id)).toHaveLength(1);
  });
});

test('a series that began in the past cannot have ended there', async () => {
  const id = await startSeries();
  await studio.db
    .updateTable('series')
    .set({ startsOn: today.subtract({ days: 5 }) })
    .where('id', '=', id)
    .execute();
  const errors = [{ field: 'endsOn' }];
  expect((await change(id, { endsOn: inDays(-2) })).json()).toMatchObject({ code: 'validation_failed', errors });
});

describe('sessions with bookings are never dropped silently', () => {
  const withoutThird = { rule: 'FREQ=DAILY;INTERVAL=3' };

  test('a change that would end them is refused as a whole, and lists them', async () => {
    const { id, session, people } = await bookedSeries();
    const response = await change(id, withoutThird);
    expect(response.json()).toMatchObject({
      status: 409,
      code: 'still_in_use',
      sessions: [{ id: session.id, day: inDays(3), activeCount: 2, waitingCount: 1 }],
    });
    expect(await daysOf(id)).toHaveLength(10);
    expect(await studio.entriesOf(people[0] as Person)).toBe(4);
  });

  test('with cancelBooked they are canceled, entries come back, and everyone is told', async () => {
    const { id, session, people, bookings } = await bookedSeries();
    const outcome = (await change(id, { ...withoutThird, cancelBooked: true, reason: 'renovation' })).json();
    expect(outcome.canceledSessions).toMatchObject([{ id: session.id }]);
    expect([outcome.deletedSessions.length, outcome.people]).toEqual([5, 3]);
    expect(await sessionById(session.id)).toMatchObject({
      state: 'canceled',
      canceledReason: 'renovation',
      activeCount: 0,
    });
    for (const person of people) expect(await studio.entriesOf(person)).toBe(5);
    expect((await toldOf(bookings)).filter((kind) => kind === 'session_canceled')).toHaveLength(3);
  });

  test('fewer seats than booked are refused as a whole, unless that is accepted', async () => {
    const { id, session } = await bookedSeries();
    expect((await change(id, { capacity: 1 })).json()).toMatchObject({
      status: 409,
      code: 'capacity_below_active',
      sessionId: session.id,
      activeCount: 2,
    });
    expect(new Set((await sessionsOf(id)).map((row) => row.capacity))).toEqual(new Set([2]));
    expect((await change(id, { capacity: 1, allowOverCapacity: true })).statusCode).toBe(200);
    expect(await sessionById(session.id)).toMatchObject({ capacity: 1, activeCount: 2, overCapacity: true });
  });
});

test('a dry run answers what would happen, and nothing does', async () => {
  const { id, session, bookings } = await bookedSeries();
  const before = [await sessionsOf(id), await seriesById(id), await toldOf(bookings)];
  const planned = (await change(id, { rule: 'FREQ=DAILY;INTERVAL=3', startTime: '13:00', dryRun: true })).json();
  expect(planned).toMatchObject({ dryRun: true, series: { startTime: '13:00' }, people: 3 });
  expect(planned.consequences).toMatchObject({
    peopleCount: 3,
    entriesReturned: 2,
    refundedAmount: 0,
    mails: [{ kind: 'session_canceled', count: 3 }],
  });
  expect(planned.canceledSessions).toMatchObject([{ id: session.id, activeCount: 2, waitingCount: 1 }]);
  expect([planned.changedSessions.length, planned.deletedSessions.length]).toEqual([4, 5]);
  expect((await end(id, 'scope=all_future&dryRun=true')).json().deletedSessions).toHaveLength(9);
  expect([await sessionsOf(id), await seriesById(id), await toldOf(bookings)]).toEqual(before);
  expect(await auditOf(id)).toHaveLength(1);
});

test('who is in several sessions is named once, with their number; effects count everybody', async () => {
  const { id, people } = await bookedSeries();
  const [first, , third] = people;
  const sessions = (await sessionsOf(id)).slice(3, 5);
  for (const session of sessions) await first?.book(session.id);
  const { consequences } = (await end(id, 'scope=all_future&dryRun=true')).json();
  const rows = consequences.people as { userId: string; effect: string; sessionCount: number }[];
  const rowsOf = (person?: Person) => rows.filter(({ userId }) => userId === person?.id);
  expect(rowsOf(first)).toMatchObject([{ effect: 'place_lost', sessionCount: 3 }]);
  expect(rowsOf(third)).toMatchObject([{ effect: 'wait_ended', sessionCount: 1 }]);
  expect([consequences.peopleCount, rows.length]).toEqual([3, 3]);
  expect(consequences.effects).toEqual(
    expect.arrayContaining([
      { effect: 'place_lost', count: 2 },
      { effect: 'wait_ended', count: 1 },
    ]),
  );
});

test('who changes a series that somebody else has changed meanwhile is told', async () => {
  const id = await startSeries();
  const { version } = (await admin.get(`/admin/series/${id}`)).json();
  const { series } = (await change(id, { capacity: 3, version })).json();
  expect((await change(id, { capacity: 4, version })).json()).toMatchObject({
    status: 409,
    code: 'version_conflict',
    version: series.version,
  });
  expect((await change(id, { capacity: 4, version: series.version })).statusCode).toBe(200);
});

test('who ends a series that somebody else has changed meanwhile is told', async () => {
  const id = await startSeries();
  const { version: seen } = await seriesById(id);
  const { version } = (await change(id, { capacity: 3 })).json().series;
  const query = (of: string, dryRun: boolean) => `scope=all_future&version=${encodeURIComponent(of)}&dryRun=${dryRun}`;
  for (const dryRun of [true, false]) {
    const refusal = (await end(id, query(seen, dryRun))).json();
    expect(refusal).toMatchObject({ status: 409, code: 'version_conflict', version });
  }
  expect((await end(id, query(version, false))).json()).toMatchObject({ series: { isActive: false } });
});

describe('the end of a series', () => {
  test('of all that is to come: empty sessions go, and it is no longer active', async () => {
    const id = await startSeries();
    const sessions = await sessionsOf(id);
    const response = await end(id, 'scope=all_future&reason=summer');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ series: { id, isActive: false }, canceledSessions: [], people: 0 });
    expect(response.json().deletedSessions).toHaveLength(10);
    expect((await studio.call('GET', `/sessions/${sessions[0]?.id}`)).statusCode).toBe(404);
    expect((await auditOf(id)).slice(1)).toMatchObject([{ action: 'series.end', reason: 'summer' }]);
    for (const again of [await end(id, 'scope=all_future'), await change(id, { capacity: 5 })]) {
      expect(again.json()).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  test('from a day on: what comes before stays', async () => {
    const id = await startSeries();
    expect((await end(id, `scope=following&from=${inDays(4)}`)).json().deletedSessions).toHaveLength(7);
    expect(await seriesById(id)).toMatchObject({ endsOn: inDays(3), isActive: true });
    expect(await daysOf(id)).toEqual([1, 2, 3].map(inDays));
  });

  test.each([
    ['its first day', 5],
    ['a day before', 3],
  ])('from %s on: it is over, and a dry run says so', async (_, day) => {
    const id = await startSeries({ startsOn: inDays(5) });
    const query = `scope=following&from=${inDays(day)}`;
    const planned = await end(id, `${query}&dryRun=true`);
    expect([planned.statusCode, planned.json().series.isActive]).toEqual([200, false]);
    expect(planned.json().deletedSessions).toHaveLength(6);
    expect(await seriesById(id)).toMatchObject({ endsOn: inDays(10), isActive: true });
    expect((await end(id, query)).json().deletedSessions).toHaveLength(6);
    expect(await seriesById(id)).toMatchObject({ isActive: false });
    expect((await auditOf(id)).slice(1)).toMatchObject([{ action: 'series.end' }]);
  });

  test('with bookings it is refused, and with cancelBooked they are canceled', async () => {
    const { id, session, people } = await bookedSeries();
    expect((await end(id, 'scope=all_future')).json()).toMatchObject({ status: 409, sessions: [{ id: session.id }] });
    const outcome = (await end(id, 'scope=all_future&cancelBooked=true')).json();
    expect([outcome.canceledSessions.length, outcome.deletedSessions.length]).toEqual([1, 9]);
    expect(await studio.entriesOf(people[0] as Person)).toBe(5);
  });
});

test.each(['member', 'staff'] as const)('none of it is for %s', async (role) => {
  const [person, id] = [await studio.person(role), await startSeries()];
  for (const response of [
    await person.patch(`/admin/series/${id}`, { scope: 'all_future', capacity: 5 }),
    await person.delete(`/admin/series/${id}?scope=all_future`),
  ]) {
    expect([response.statusCode, response.json().code]).toEqual([403, 'forbidden']);
  }
});
