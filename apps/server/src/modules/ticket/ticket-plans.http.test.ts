import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixtures } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';

let api: TestApi;
let make: ReturnType<typeof fixtures>;
let admin: string;
beforeAll(async () => {
  api = await startTestApi();
  make = fixtures(api.services.db);
  admin = api.tokenOf((await make.user({ role: 'admin' })).id, 'admin');
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.services.db.updateTable('ticketPlans').set({ archivedAt: Temporal.Now.instant() }).execute();
});

const tenEntries = { name: 'Ten entries', price: 12_000, entries: 10, validityDays: 120 };
const create = (body: object, headers = {}) => api.call('POST', '/admin/ticket-plans', { token: admin, body, headers });
const change = (id: string, body: object) => api.call('PATCH', `/admin/ticket-plans/${id}`, { token: admin, body });
const shop = async () => (await api.call('GET', '/ticket-plans')).json().items;

function auditOf(planId: string) {
  return api.services.db
    .selectFrom('auditLog')
    .select(['action', 'before', 'after'])
    .where('entityId', '=', planId)
    .orderBy('id')
    .execute();
}

test('the shop shows what is for sale, in its order, to anybody', async () => {
  await make.plan({ name: 'second', position: 2 });
  await make.plan({ name: 'first', position: 1 });
  await make.plan({ name: 'archived', position: 0, archivedAt: Temporal.Now.instant() });
  const response = await api.call('GET', '/ticket-plans');
  expect(response.statusCode).toBe(200);
  expect(response.json()).toMatchObject({ items: [{ name: 'first' }, { name: 'second' }], nextCursor: null });
});

test('the admin sees the archived ones too, last', async () => {
  await make.plan({ name: 'archived', position: 0, archivedAt: Temporal.Now.instant() });
  await make.plan({ name: 'for sale', position: 1 });
  const { items } = (await api.call('GET', '/admin/ticket-plans', { token: admin })).json();
  expect(items[0]).toMatchObject({ name: 'for sale', isActive: true });
  expect(items.slice(1)).toContainEqual(expect.objectContaining({ name: 'archived', isActive: false }));
});

describe('creating', () => {
  test('a plan, in the currency of the studio', async () => {
    const response = await create(tenEntries);
    expect(response.statusCode).toBe(201);
    const created = { ...tenEntries, currency: 'EUR', starts: 'purchase', classIds: null, isActive: true };
    expect(response.json()).toMatchObject(created);
    const { version: _, ...offered } = response.json();
    expect(await shop()).toEqual([offered]);
    expect(await auditOf(response.json().id)).toMatchObject([
      { action: 'ticket_plan.create', before: null, after: created },
    ]);
  });

  test('an unlimited plan for some classes that starts at the first booking', async () => {
    const classIds = [await make.classType(), await make.classType()];
    const response = await create({ ...tenEntries, entries: null, classIds, starts: 'first_booking', currency: 'CHF' });
    expect(response.json()).toMatchObject({ entries: null, classIds, starts: 'first_booking', currency: 'CHF' });
  });

  test('once per idempotency key', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const [first, second] = [await create(tenEntries, headers), await create(tenEntries, headers)];
    expect(second.json()).toEqual(first.json());
    expect(await shop()).toHaveLength(1);
  });

  test.each([
    ['a negative price', { price: -1 }, 'price'],
    ['a price with cents', { price: 12.5 }, 'price'],
    ['no entries', { entries: 0 }, 'entries'],
    ['no classes', { classIds: [] }, 'classIds'],
    ['an unknown class', { classIds: ['0198c0de-0000-7000-8000-000000000000'] }, 'classIds'],
    ['a currency in words', { currency: 'euro' }, 'currency'],
    ['an unknown field', { colour: 'red' }, 'colour'],
  ])('refuses %s', async (_, field, where) => {
    const response = await create({ ...tenEntries, ...field });
    expect(response.statusCode).toBe(400);
    const { code, errors } = response.json();
    expect(code).toBe('validation_failed');
    expect(errors.map((error: { field: string }) => error.field)).toContain(where);
  });
});

describe('changing', () => {
  test('what will be sold, with the changed fields in the audit', async () => {
    const { id } = (await create(tenEntries)).json();
    const body = { price: 13_000, name: tenEntries.name };
    const response = await api.call('PATCH', `/admin/ticket-plans/${id}`, { token: admin, body });
    expect(response.json()).toMatchObject({ ...tenEntries, price: 13_000 });
    expect((await auditOf(id)).at(-1)).toEqual({
      action: 'ticket_plan.change',
      before: { price: 12_000, currency: 'EUR' },
      after: { price: 13_000, currency: 'EUR' },
    });
  });

  test.each([
    ['the same values', { ...tenEntries }],
    ['the place that it has', { position: 0 }],
    ['a place beyond the end, when it is the last', { position: 99 }],
    ['nothing but being for sale', { isActive: true }],
  ])('%s once more is no change', async (_, body) => {
    const { id, version } = (await create(tenEntries)).json();
    expect((await change(id, body)).json()).toMatchObject({ version });
    expect(await auditOf(id)).toHaveLength(1);
  });

  test('not what was sold already', async () => {
    const { id } = (await create(tenEntries)).json();
    const member = await make.user();
    const assigned = await api.call('POST', '/admin/tickets', {
      token: admin,
      body: { userId: member.id, planId: id, reason: 'gift' },
    });
    await api.call('PATCH', `/admin/ticket-plans/${id}`, { token: admin, body: { name: 'Dear', entries: 1 } });
    const mine = await api.call('GET', `/tickets/${assigned.json().id}`, { token: api.tokenOf(member.id) });
    expect(mine.json()).toMatchObject({ name: 'Ten entries', entriesLeft: 10 });
  });

  test('of a plan that somebody else has changed is refused', async () => {
    const { id, version } = (await create(tenEntries)).json();
    const changed = (await change(id, { price: 13_000, version })).json();
    const late = await change(id, { price: 14_000, version });
    expect(late.json()).toMatchObject({ status: 409, code: 'version_conflict', version: changed.version });
    expect(await shop()).toMatchObject([{ id, price: 13_000 }]);
    expect((await change(id, { price: 14_000, version: changed.version })).statusCode).toBe(200);
  });

  test('refuses nothing at all, and an unknown plan', async () => {
    const { id } = (await create(tenEntries)).json();
    const patch = (planId: string, body: object) =>
      api.call('PATCH', `/admin/ticket-plans/${planId}`, { token: admin, body });
    expect((await patch(id, {})).statusCode).toBe(400);
    expect((await patch(randomUUID(), { price: 1 })).statusCode).toBe(404);
  });
});

describe('the order of the shop', () => {
  const names = async () => (await shop()).map(({ name }: { name: string }) => name);
  const fill = async () => {
    const plans = [];
    for (const name of ['A', 'B', 'C']) plans.push((await create({ ...tenEntries, name })).json());
    return plans.map(({ id }) => id);
  };

  test('a new plan stands last, a moved one where it was put, with one audit row', async () => {
    const [a = '', , c = ''] = await fill();
    expect(await names()).toEqual(['A', 'B', 'C']);
    expect((await change(c, { position: 0 })).json()).toMatchObject({ position: 0 });
    expect(await names()).toEqual(['C', 'A', 'B']);
    await change(a, { position: 99 });
    expect(await names()).toEqual(['C', 'B', 'A']);
    expect((await auditOf(c)).at(-1)).toEqual({
      action: 'ticket_plan.change',
      before: { position: 2 },
      after: { position: 0 },
    });
  });

  test('what comes out of the archive stands last', async () => {
    const [a = ''] = await fill();
    await api.call('DELETE', `/admin/ticket-plans/${a}`, { token: admin });
    expect((await change(a, { isActive: true })).json()).toMatchObject({ position: 2 });
    expect(await names()).toEqual(['B', 'C', 'A']);
  });

  test('two who move plans at once leave no two in one place', async () => {
    const ids = await fill();
    const answers = await Promise.all(
      [...ids, ...ids.toReversed()].map((id, turn) => change(id, { position: turn % 3 })),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(6).fill(200));
    const places = (await shop()).map(({ position }: { position: number }) => position);
    expect(places).toEqual([0, 1, 2]);
  });
});

test('archiving takes a plan off the shop, once, and can be taken back', async () => {
  const { id } = (await create(tenEntries)).json();
  const archive = () => api.call('DELETE', `/admin/ticket-plans/${id}`, { token: admin });
  expect((await archive()).statusCode).toBe(204);
  expect((await archive()).statusCode).toBe(204);
  expect(await shop()).toEqual([]);
  const back = await api.call('PATCH', `/admin/ticket-plans/${id}`, { token: admin, body: { isActive: true } });
  expect(back.json()).toMatchObject({ isActive: true });
  expect((await auditOf(id)).map(({ action }) => action)).toEqual([
    'ticket_plan.create',
    'ticket_plan.archive',
    'ticket_plan.change',
  ]);
});

test.each([
  ['GET', '/admin/ticket-plans'],
  ['POST', '/admin/ticket-plans'],
  ['PATCH', `/admin/ticket-plans/${randomUUID()}`],
  ['DELETE', `/admin/ticket-plans/${randomUUID()}`],
] as const)('%s %s is for admins', async (method, path) => {
  const staff = api.tokenOf((await make.user({ role: 'staff' })).id, 'staff');
  const body = method === 'GET' || method === 'DELETE' ? {} : { body: tenEntries };
  expect((await api.call(method, path, { token: staff, ...body })).json()).toMatchObject({ code: 'forbidden' });
  expect((await api.call(method, path, body)).json()).toMatchObject({ code: 'unauthenticated' });
});
