import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCounts } from '#platform/events/session-events.ts';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';

let api: TestApi;
let token: string;
let references: { classId: string; locationId: string; instructorId: string };

beforeAll(async () => {
  api = await startTestApi();
  const { user, classType, location, instructor } = fixtures(api.services.db);
  token = api.tokenOf((await user({ role: 'admin' })).id, 'admin');
  references = { classId: await classType(), locationId: await location(), instructorId: await instructor() };
});
afterAll(() => api.close());

const session = (fields: object = {}) => ({
  ...references,
  startsAt: '2027-04-01T09:00:00+02:00',
  endsAt: '2027-04-01T10:00:00+02:00',
  capacity: 12,
  ...fields,
});
const create = (body: object, headers?: Record<string, string>) =>
  api.call('POST', '/admin/sessions', { token, body, headers });
const list = async (query: string) => (await api.call('GET', `/admin/sessions?${query}`, { token })).json();

describe('a new session', () => {
  test('is public at once, audited, and told to other processes', async () => {
    const { db, listener } = api.services;
    const path = `/sessions?classId=${references.classId}&from=2027-04-01T00:00:00Z`;
    expect((await api.call('GET', path)).json().items).toEqual([]);
    const notified = new Promise((resolve) =>
      listener.once('notification', (_, payload) => resolve(parseCounts(payload)[0])),
    );
    const response = await create(session({ cancellationCutoffMinutes: 60 }));
    expect(response.statusCode).toBe(201);
    const created = response.json();
    expect(created).toMatchObject({
      startsAt: '2027-04-01T09:00:00+02:00',
      cancelFreeUntil: '2027-04-01T08:00:00+02:00',
      capacity: 12,
      activeCount: 0,
      state: 'scheduled',
      isActive: true,
      cancellationCutoffMinutes: 60,
      bookingOpensDaysBefore: null,
      overCapacity: false,
      canceledAt: null,
    });
    expect((await api.call('GET', path)).json().items).toMatchObject([{ id: created.id }]);
    const counts = { activeCount: 0, waitingCount: 0, capacity: 12, state: 'scheduled' };
    expect(await notified).toEqual({ sessionId: created.id, ...counts });
    const audit = await db.selectFrom('auditLog').selectAll().where('entityId', '=', created.id).execute();
    expect(audit).toMatchObject([
      { action: 'session.create', entity: 'session', before: null, after: { capacity: 12 } },
    ]);
    expect((await api.call('GET', `/admin/sessions/${created.id}`, { token })).json()).toEqual(created);
  });

  test('comes once per idempotency key', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => create(session(), headers)));
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
    const other = await create(session({ capacity: 13 }), headers);
    expect(other.json()).toMatchObject({ status: 409, code: 'idempotency_key_reused' });
  });

  test.each([
    ['that ends when it starts', { endsAt: '2027-04-01T07:00:00Z' }, 'endsAt'],
    ['in the past', { startsAt: '2026-01-01T09:00:00Z' }, 'startsAt'],
    ['without seats', { capacity: 0 }, 'capacity'],
    ['with half a seat', { capacity: 1.5 }, 'capacity'],
    ['with seats as text', { capacity: '12' }, 'capacity'],
    ['of an unknown class', { classId: randomUUID() }, 'classId'],
    ['at an unknown location', { locationId: randomUUID() }, 'locationId'],
    ['by an unknown instructor', { instructorId: randomUUID() }, 'instructorId'],
    ['with an id that is none', { classId: '7' }, 'classId'],
    ['with a field that is none', { seats: 12 }, 'seats'],
    ['without a start', { startsAt: undefined }, 'startsAt'],
  ])('%s is refused', async (_, fields, field) => {
    const response = await create(session(fields));
    expect(response.json()).toMatchObject({ status: 400, code: 'validation_failed', errors: [{ field }] });
  });

  test('of a deleted class is refused', async () => {
    const classId = await fixtures(api.services.db).classType({ deletedAt: hoursFromNow(-1) });
    expect((await create(session({ classId }))).json()).toMatchObject({ status: 400, errors: [{ field: 'classId' }] });
  });
});

describe('the list', () => {
  test('shows canceled and deleted sessions and filters them', async () => {
    const { classType, session: make } = fixtures(api.services.db);
    const classTypeId = await classType();
    const at = (hours: number, row: object = {}) => make({ classTypeId, startsAt: hoursFromNow(hours), ...row });
    const past = await at(-5);
    const coming = await at(40 * 24);
    const canceled = await at(1, { state: 'canceled', canceledAt: hoursFromNow(-1), canceledReason: 'ill' });
    const deleted = await at(2, { deletedAt: hoursFromNow(-1) });
    const ids = async (query: string) =>
      (await list(`classId=${classTypeId}&${query}`)).items.map((item: { id: string }) => item.id);
    expect(await ids('')).toEqual([canceled.id, deleted.id, coming.id]);
    expect(await ids('state=canceled')).toEqual([canceled.id]);
    expect(await ids('isActive=false')).toEqual([deleted.id]);
    expect(await ids('isActive=true')).toEqual([canceled.id, coming.id]);
    expect(await ids('hasSeats=true&isActive=true')).toEqual([coming.id]);
    expect(await ids(`to=${hoursFromNow(0)}`)).toEqual([past.id]);
    expect((await list(`classId=${classTypeId}&state=canceled`)).items[0]).toMatchObject({
      state: 'canceled',
      canceledReason: 'ill',
    });
    expect((await list(`classId=${classTypeId}&isActive=false`)).items[0]).toMatchObject({ isActive: false });
  });

  test('goes on where a page ended', async () => {
    const { classType, session: make } = fixtures(api.services.db);
    const classTypeId = await classType();
    const startsAt = hoursFromNow(24);
    const ids = [(await make({ classTypeId, startsAt })).id, (await make({ classTypeId, startsAt })).id].toSorted();
    const first = await list(`classId=${classTypeId}&limit=1`);
    const second = await list(`classId=${classTypeId}&limit=1&cursor=${first.nextCursor}`);
    expect([first.items[0].id, second.items[0].id, second.nextCursor]).toEqual([...ids, null]);
  });
});

test('a session that is not there', async () => {
  const response = await api.call('GET', `/admin/sessions/${randomUUID()}`, { token });
  expect(response.json()).toMatchObject({ status: 404, code: 'not_found' });
});

test('members and staff may not', async () => {
  for (const role of ['member', 'staff'] as const) {
    const { id } = await fixtures(api.services.db).user({ role });
    const options = { token: api.tokenOf(id, role), body: session() };
    expect((await api.call('POST', '/admin/sessions', options)).json()).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
  }
});
