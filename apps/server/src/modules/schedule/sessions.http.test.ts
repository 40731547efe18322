import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '#platform/db/transaction.ts';
import { notifySessionCounts } from '#platform/events/session-events.ts';
import { encodeCursor } from '#platform/http/cursor.ts';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const get = (path: string, headers?: Record<string, string>) => api.call('GET', path, { headers });

/** The ids of a list, through all its pages. */
async function idsOf(query: Record<string, string>): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const search = new URLSearchParams({ ...query, ...(cursor && { cursor }) });
    const { items, nextCursor } = (await get(`/sessions?${search}`)).json();
    ids.push(...items.map((item: { id: string }) => item.id));
    cursor = nextCursor;
  }
  return ids;
}

test('a session shows its times at its place, across the daylight-saving change', async () => {
  const { classType, location, instructor, session } = fixtures(api.services.db);
  const classTypeId = await classType({ name: 'Yin', description: 'Slow', cancellationCutoffMinutes: 60 });
  const locationId = await location({ name: 'Riverside', address: 'Trubarjeva 1' });
  const instructorId = await instructor({ name: 'Mira Novak' });
  const startsAt = Temporal.Instant.from('2027-04-01T07:00:00Z');
  const { id } = await session({ classTypeId, locationId, instructorId, startsAt, activeCount: 3, waitingCount: 1 });
  const expected = {
    id,
    class: { id: classTypeId, name: 'Yin' },
    instructor: { id: instructorId, name: 'Mira Novak' },
    location: { id: locationId, name: 'Riverside' },
    startsAt: '2027-04-01T09:00:00+02:00',
    endsAt: '2027-04-01T10:00:00+02:00',
    timeZone: 'Europe/Ljubljana',
    capacity: 10,
    activeCount: 3,
    waitingCount: 1,
    state: 'scheduled',
    bookingOpensAt: '2027-03-04T09:00:00+01:00',
    bookingClosesAt: '2027-04-01T09:00:00+02:00',
    waitlistClosesAt: '2027-04-01T07:00:00+02:00',
    cancelFreeUntil: '2027-04-01T08:00:00+02:00',
    isActive: true,
  };
  const list = await get(`/sessions?classId=${classTypeId}&from=2027-04-01T00:00:00Z`);
  expect(list.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(list.json()).toEqual({ items: [expected], nextCursor: null });
  expect((await get(`/sessions/${id}`)).json()).toEqual({
    ...expected,
    class: { ...expected.class, description: 'Slow' },
    location: { ...expected.location, address: 'Trubarjeva 1' },
  });
});

describe('filters', () => {
  test('the window is from now for 28 days, its end excluded', async () => {
    const { classType, session } = fixtures(api.services.db);
    const classTypeId = await classType();
    const at = async (hours: number) => (await session({ classTypeId, startsAt: hoursFromNow(hours) })).id;
    const [past, soon, last, later] = [await at(-1), await at(1), await at(28 * 24 - 1), await at(28 * 24 + 1)];
    const ids = (query = {}) => idsOf({ classId: classTypeId, ...query });
    expect(await ids()).toEqual([soon, last]);
    expect(await ids({ from: hoursFromNow(-2).toString() })).toEqual([past, soon]);
    expect(await ids({ from: hoursFromNow(2).toString() })).toEqual([last, later]);
    expect(await ids({ to: hoursFromNow(2).toString() })).toEqual([soon]);
    const [{ startsAt }] = (await get(`/sessions?classId=${classTypeId}&limit=1`)).json().items;
    expect(await ids({ from: startsAt, to: startsAt })).toEqual([]);
  });

  test('class, location and instructor', async () => {
    const { session } = fixtures(api.services.db);
    const [one] = [await session(), await session()];
    const { classTypeId, locationId, instructorId } = one;
    expect(await idsOf({ classId: classTypeId })).toEqual([one.id]);
    expect(await idsOf({ locationId })).toEqual([one.id]);
    expect(await idsOf({ instructorId })).toEqual([one.id]);
    expect(await idsOf({ classId: classTypeId, locationId: randomUUID() })).toEqual([]);
  });

  test('seats', async () => {
    const { classType, session } = fixtures(api.services.db);
    const classTypeId = await classType();
    const make = async (row: object, hours: number) =>
      (await session({ classTypeId, startsAt: hoursFromNow(hours), ...row })).id;
    const free = await make({ capacity: 2, activeCount: 1 }, 1);
    const full = await make({ capacity: 2, activeCount: 2 }, 2);
    const over = await make({ capacity: 2, activeCount: 3, overCapacity: true }, 3);
    const canceled = await make({ state: 'canceled', canceledAt: hoursFromNow(-1) }, 4);
    await make({ deletedAt: hoursFromNow(-1) }, 5);
    expect(await idsOf({ classId: classTypeId, hasSeats: 'true' })).toEqual([free]);
    expect(await idsOf({ classId: classTypeId, hasSeats: 'false' })).toEqual([full, over, canceled]);
    expect(await idsOf({ classId: classTypeId })).toEqual([free, full, over, canceled]);
  });
});

test('pages lose and repeat nothing where sessions start together', async () => {
  const { classType, session } = fixtures(api.services.db);
  const classTypeId = await classType();
  const startsAt = hoursFromNow(24);
  const together = [];
  for (let n = 0; n < 5; n += 1) together.push((await session({ classTypeId, startsAt })).id);
  const first = (await session({ classTypeId, startsAt: hoursFromNow(23) })).id;
  expect(await idsOf({ classId: classTypeId, limit: '2' })).toEqual([first, ...together.toSorted()]);
});

describe('refuses', () => {
  test.each([
    ['an id that is none', '/sessions?classId=7', 'classId'],
    ['a time that is none', '/sessions?from=tomorrow', 'from'],
    ['a time without offset', '/sessions?from=2026-03-29T09:00:00', 'from'],
    ['a time that no calendar has', '/sessions?from=0000-01-01T00:00:00Z', 'from'],
    ['from after to', '/sessions?from=2026-03-29T09:00:00Z&to=2026-03-28T09:00:00Z', 'from'],
    ['a page too large', '/sessions?limit=101', 'limit'],
    ['a cursor that is none', '/sessions?cursor=abc', 'cursor'],
    ['a cursor of another list', `/sessions?cursor=${encodeCursor(['Yin', randomUUID()])}`, 'cursor'],
    ['a path that is no id', '/sessions/7', 'id'],
  ])('%s', async (_, path, field) => {
    const response = await get(path);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ status: 400, code: 'validation_failed', errors: [{ field }] });
  });

  test('a session that is not there, or deleted', async () => {
    const { id } = await fixtures(api.services.db).session({ deletedAt: hoursFromNow(-1) });
    for (const missing of [randomUUID(), id]) {
      expect((await get(`/sessions/${missing}`)).json()).toMatchObject({ status: 404, code: 'not_found' });
    }
  });
});

describe('answers are kept', () => {
  test('until a commit says that counts changed', async () => {
    const { db, listener } = api.services;
    const { id, capacity } = await fixtures(db).session();
    const counts = { sessionId: id, activeCount: 5, waitingCount: 0, capacity, state: 'scheduled' } as const;
    expect((await get(`/sessions/${id}`)).json().activeCount).toBe(0);
    const heard = new Promise((resolve) => listener.once('notification', resolve));
    await inTransaction(db, async (tx) => {
      await tx.updateTable('sessions').set({ activeCount: 5 }).where('id', '=', id).execute();
      await notifySessionCounts(tx, [counts]);
    });
    await heard;
    expect((await get(`/sessions/${id}`)).json().activeCount).toBe(5);
  });

  test('and need not be sent again', async () => {
    const { id } = await fixtures(api.services.db).session();
    const first = await get(`/sessions/${id}`);
    expect(first.headers['cache-control']).toBe('public, no-cache');
    const again = await get(`/sessions/${id}`, { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const other = await get(`/sessions/${id}`, { 'if-none-match': '"another"' });
    expect([other.statusCode, other.body]).toEqual([200, first.body]);
  });
});
