import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';

let api: TestApi;
let token: string;

beforeAll(async () => {
  api = await startTestApi();
  const { id } = await fixtures(api.services.db).user({ role: 'admin' });
  token = api.tokenOf(id, 'admin');
});
afterAll(() => api.close());

const kinds = [
  {
    path: 'classes',
    entity: 'class',
    column: 'classTypeId',
    create: { name: 'Vinyasa Flow' },
    created: { name: 'Vinyasa Flow', description: '', cancellationCutoffMinutes: null },
    change: { cancellationCutoffMinutes: 720 },
    before: { cancellationCutoffMinutes: null },
    bad: { cancellationCutoffMinutes: -1 },
  },
  {
    path: 'locations',
    entity: 'location',
    column: 'locationId',
    create: { name: 'Riverside', timeZone: 'Europe/Ljubljana' },
    created: { name: 'Riverside', timeZone: 'Europe/Ljubljana', address: '' },
    change: { address: 'Trubarjeva 1, Ljubljana' },
    before: { address: '' },
    bad: { timeZone: 'Mars/Olympus_Mons' },
  },
  {
    path: 'instructors',
    entity: 'instructor',
    column: 'instructorId',
    create: { name: 'Mira Novak' },
    created: { name: 'Mira Novak', bio: '' },
    change: { bio: 'Teaches since 2009' },
    before: { bio: '' },
    bad: { name: '   ' },
  },
] as const;

describe.each(kinds)('$path', ({ path, entity, column, create, created, change, before, bad }) => {
  const admin = (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    rest = '',
    body?: object,
    headers?: Record<string, string>,
  ) => api.call(method, `/admin/${path}${rest}`, { token, body, headers });
  const createOne = async () => (await admin('POST', '', create)).json();
  const audited = (id: string) =>
    api.services.db
      .selectFrom('auditLog')
      .select(['action', 'before', 'after'])
      .where('entity', '=', entity)
      .where('entityId', '=', id)
      .orderBy('id')
      .execute();
  const publicIds = async () =>
    (await api.call('GET', `/${path}?limit=100`)).json().items.map((item: { id: string }) => item.id);

  test('one that was created is public at once', async () => {
    await publicIds();
    const response = await admin('POST', '', create);
    expect(response.statusCode).toBe(201);
    expect(response.json()).toEqual({
      id: expect.any(String),
      ...created,
      isActive: true,
      version: expect.any(String),
    });
    expect(await publicIds()).toContain(response.json().id);
    expect(await audited(response.json().id)).toEqual([{ action: `${entity}.create`, before: null, after: create }]);
  });

  test('the same idempotency key creates one', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const [first, second] = await Promise.all([1, 2].map(() => admin('POST', '', create, headers)));
    expect(second?.statusCode).toBe(201);
    expect(second?.json()).toEqual(first?.json());
  });

  test('a change is audited with the changed fields only', async () => {
    const { id } = await createOne();
    const response = await admin('PATCH', `/${id}`, { ...create, ...change });
    expect(response.json()).toMatchObject({ id, ...created, ...change, isActive: true });
    await admin('PATCH', `/${id}`, { ...create, ...change });
    expect((await audited(id)).slice(1)).toEqual([{ action: `${entity}.update`, before, after: change }]);
  });

  test('whoever changes what is no longer as they saw it is told', async () => {
    const { id, version } = await createOne();
    const changed = (await admin('PATCH', `/${id}`, { ...change, version })).json();
    const late = await admin('PATCH', `/${id}`, { name: 'Late', version });
    expect(late.json()).toMatchObject({ status: 409, code: 'version_conflict', version: changed.version });
  });

  test('a deleted one is no longer public, and admins see that', async () => {
    const { id } = await createOne();
    expect((await admin('DELETE', `/${id}`)).statusCode).toBe(204);
    expect(await publicIds()).not.toContain(id);
    const deleted = (await admin('GET', '?isActive=false&limit=100')).json().items;
    expect(deleted).toContainEqual({ id, ...created, isActive: false, version: expect.any(String) });
    expect((await audited(id)).at(-1)).toMatchObject({ action: `${entity}.delete`, after: null });
    for (const again of [await admin('DELETE', `/${id}`), await admin('PATCH', `/${id}`, change)]) {
      expect(again.json()).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  test('a deleted one comes back as it was, once', async () => {
    const { id } = await createOne();
    await admin('DELETE', `/${id}`);
    const restored = await admin('PATCH', `/${id}`, { isActive: true });
    expect(restored.json()).toEqual({ id, ...created, isActive: true, version: expect.any(String) });
    expect(await publicIds()).toContain(id);
    expect((await admin('PATCH', `/${id}`, { isActive: true })).json()).toEqual(restored.json());
    expect((await audited(id)).slice(2)).toEqual([
      { action: `${entity}.restore`, before: { isActive: false }, after: { isActive: true } },
    ]);
  });

  test('bringing back what somebody else has brought back and changed meanwhile is refused', async () => {
    const { id } = await createOne();
    await admin('DELETE', `/${id}`);
    const [{ version }] = (await admin('GET', '?isActive=false&limit=100'))
      .json()
      .items.filter((item: { id: string }) => item.id === id);
    await admin('PATCH', `/${id}`, { ...change, isActive: true });
    const late = await admin('PATCH', `/${id}`, { isActive: true, version });
    expect(late.json()).toMatchObject({ status: 409, code: 'version_conflict' });
    expect((await admin('PATCH', `/${id}`, { isActive: false })).json()).toMatchObject({ code: 'validation_failed' });
  });

  test.each([
    ['a coming session needs it', {}, 409],
    ['a session under way needs it', { startsAt: hoursFromNow(-0.5) }, 409],
    ['the session is over', { startsAt: hoursFromNow(-5) }, 204],
    ['the session was canceled', { state: 'canceled', canceledAt: hoursFromNow(-1) }, 204],
    ['the session was deleted', { deletedAt: hoursFromNow(-1) }, 204],
  ] as const)('deleting when %s', async (_, session, status) => {
    const { id } = await createOne();
    await fixtures(api.services.db).session({ ...session, [column]: id });
    const response = await admin('DELETE', `/${id}`);
    expect(response.statusCode).toBe(status);
    if (status === 409) expect(response.json()).toMatchObject({ code: 'still_in_use', sessions: 1 });
  });

  test('pages go by name and lose nothing where names are equal', async () => {
    const ids = new Set([(await createOne()).id, (await createOne()).id, (await createOne()).id]);
    const seen: { id: string; name: string }[] = [];
    for (let cursor = ''; ; ) {
      const page = (await admin('GET', `?limit=2${cursor}`)).json();
      seen.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.filter(({ id }) => ids.has(id))).toHaveLength(3);
    expect(seen.map(({ name }) => name)).toEqual(seen.map(({ name }) => name).toSorted());
  });

  test.each([
    ['a value out of range', bad, Object.keys(bad)[0]],
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['a nameless one', { name: '' }, 'name'],
  ])('%s is refused', async (_, fields, field) => {
    const response = await admin('POST', '', { ...create, ...fields });
    expect(response.json()).toMatchObject({ status: 400, code: 'validation_failed' });
    expect(response.json().errors).toContainEqual({ field, message: expect.any(String) });
  });

  test('text that cannot be stored is refused', async () => {
    const response = await admin('POST', '', { ...create, name: 'nul\u0000' });
    expect(response.json()).toMatchObject({ status: 400, code: 'validation_failed' });
  });

  test.each(['PATCH', 'DELETE'] as const)('%s of something that is no id', async (method) => {
    const body = method === 'PATCH' ? change : undefined;
    expect((await admin(method, '/7', body)).json()).toMatchObject({ status: 400, errors: [{ field: 'id' }] });
    expect((await admin(method, `/${randomUUID()}`, body)).json()).toMatchObject({ status: 404 });
  });

  test('a made-up cursor is refused', async () => {
    const response = await api.call('GET', `/${path}?cursor=abc`);
    expect(response.json()).toMatchObject({ status: 400, code: 'validation_failed', errors: [{ field: 'cursor' }] });
  });

  test('only admins change it', async () => {
    const { id } = await fixtures(api.services.db).user({ role: 'staff' });
    expect((await api.call('POST', `/admin/${path}`, { body: create })).statusCode).toBe(401);
    expect(
      (await api.call('POST', `/admin/${path}`, { token: api.tokenOf(id, 'staff'), body: create })).statusCode,
    ).toBe(403);
  });
});

describe('the time zone of a location', () => {
  const patch = (id: string, body: object) => api.call('PATCH', `/admin/locations/${id}`, { token, body });
  const timeZone = 'America/New_York';
  const newLocation = () => fixtures(api.services.db).location({ timeZone: 'Europe/Ljubljana' });

  test('changes while nothing is planned there', async () => {
    const id = await newLocation();
    expect((await patch(id, { timeZone })).json()).toMatchObject({ id, timeZone });
  });

  test('stays while sessions are to come; all else may change', async () => {
    const id = await newLocation();
    await fixtures(api.services.db).session({ locationId: id });
    const refusal = await patch(id, { timeZone, name: 'Elsewhere' });
    expect(refusal.json()).toMatchObject({ status: 409, code: 'still_in_use', sessions: 1, series: 0 });
    const same = { timeZone: 'Europe/Ljubljana', name: 'Riverside again' };
    expect((await patch(id, same)).json()).toMatchObject({ id, ...same });
  });

  test('stays while a series goes on, also before it has a session', async () => {
    const { classType, instructor } = fixtures(api.services.db);
    const id = await newLocation();
    const startsOn = Temporal.Now.plainDateISO('UTC').add({ days: 200 }).toString();
    const body = {
      classId: await classType(),
      instructorId: await instructor(),
      locationId: id,
      rule: 'FREQ=WEEKLY;BYDAY=MO',
      startsOn,
      startTime: '18:00',
      durationMinutes: 60,
      capacity: 5,
    };
    const series = (await api.call('POST', '/admin/series', { token, body })).json();
    expect((await patch(id, { timeZone })).json()).toMatchObject({ status: 409, sessions: 0, series: 1 });
    await api.call('DELETE', `/admin/series/${series.id}?scope=all_future`, { token });
    expect((await patch(id, { timeZone })).statusCode).toBe(200);
  });
});
