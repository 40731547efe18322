import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';

let api: TestApi;
let token: string;
const ids: Record<string, string> = {};

/** Berta, Žana and Cene, two classes in three places: seven bookings, named by letters in the order in which they were made. */
beforeAll(async () => {
  api = await startTestApi();
  const { db } = api.services;
  const make = fixtures(db);
  token = api.tokenOf((await make.user({ role: 'admin', name: 'Ada' })).id, 'admin');
  const berta = await make.user({ name: 'Berta', email: 'berta@example.org' });
  const zana = await make.user({ name: 'Žana Čuk', email: 'zc@example.org' });
  const cene = await make.user({ name: 'Cene' });
  const people = [berta.id, zana.id, cene.id];
  const owned = people.map(async (id) => [id, await make.ticket(id, null)] as const);
  const tickets = Object.fromEntries(await Promise.all(owned));
  const [flow, yin] = [await make.classType({ name: 'Flow' }), await make.classType({ name: 'Yin' })];
  const [past, begun, soon, late] = [
    await make.session({ classTypeId: flow, startsAt: hoursFromNow(-48) }),
    await make.session({ classTypeId: yin, startsAt: hoursFromNow(-0.1) }),
    await make.session({ classTypeId: yin, startsAt: hoursFromNow(24) }),
    await make.session({ classTypeId: flow, startsAt: hoursFromNow(72) }),
  ];
  Object.assign(ids, { berta: berta.id, zana: zana.id, flow, yin, past: past.id, soon: soon.id, late: late.id });
  Object.assign(ids, { place: soon.locationId, teacher: late.instructorId });
  const book = async (name: string, session: typeof past, userId: string, row: object) => {
    const { id: sessionId, startsAt, endsAt } = session;
    const ticketId = tickets[userId]?.id ?? '';
    const { id } = await db
      .insertInto('bookings')
      .values({ sessionId, userId, ticketId, startsAt, endsAt, state: 'active', ...row })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids[name] = id;
  };
  await book('a', past, berta.id, { checkedInAt: hoursFromNow(-48) });
  await book('b', past, zana.id, { noShowAt: hoursFromNow(-46) });
  await book('c', late, berta.id, {});
  await book('d', soon, berta.id, { state: 'canceled', canceledAt: hoursFromNow(-1), canceledReason: 'late' });
  await book('e', soon, zana.id, { state: 'waiting', queueNumber: 1 });
  await book('f', begun, cene.id, { state: 'canceled', canceledAt: hoursFromNow(-1), canceledReason: 'member' });
  await book('g', begun, cene.id, {});
});
afterAll(() => api.close());

const get = (query: string) => api.call('GET', `/admin/bookings?${query}`, { token });
const names = (items: { id: string }[]) =>
  items.map(({ id }) => 'abcdefg'.split('').find((name) => ids[name] === id)).join('');

describe('the overview', () => {
  test.each([
    ['everything, newest first', '', 'gfedcba'],
    ['oldest first', 'sort=bookedAt', 'abcdefg'],
    ['by start', 'sort=startsAt', 'abfgdec'],
    ['by start, latest first', 'sort=-startsAt', 'cedgfba'],
    ['a state', 'state=waiting', 'e'],
    ['why canceled', 'canceledReason=late', 'd'],
    ['who came', 'attendance=checked_in', 'a'],
    ['who did not', 'attendance=no_show', 'b'],
    ['of whom it is not known yet', 'attendance=unmarked', 'g'],
    ['nobody who canceled as one of whom it is not known', 'attendance=unmarked&state=canceled', ''],
    ['a class', 'classId=:flow', 'cba'],
    ['a session', 'sessionId=:soon', 'ed'],
    ['a place', 'locationId=:place', 'ed'],
    ['an instructor', 'instructorId=:teacher', 'c'],
    ['a member', 'userId=:zana', 'eb'],
    ['a class and a member', 'classId=:flow&userId=:berta', 'ca'],
    ['part of a name, without its accents', 'q=cuk', 'eb'],
    ['part of an address', 'q=berta@', 'dca'],
    ['nothing for a search without any word', 'q=%25', ''],
  ])('shows %s', async (_, query, expected) => {
    const answer = await get(query.replace(/:(\w+)/g, (_match, name: string) => ids[name] ?? ''));
    expect(answer.statusCode).toBe(200);
    expect(names(answer.json().items)).toBe(expected);
  });

  test('shows a time, its beginning included and its end not', async () => {
    const { startsAt } = (await get('sessionId='.concat(ids.soon ?? ''))).json().items[0].session;
    const at = encodeURIComponent(startsAt);
    expect(names((await get(`from=${at}`)).json().items)).toBe('edc');
    expect(names((await get(`to=${at}`)).json().items)).toBe('gfba');
  });

  test.each(['bookedAt', '-bookedAt', 'startsAt', '-startsAt'])('comes in pages, sorted by %s', async (sort) => {
    const all = names((await get(`sort=${sort}`)).json().items);
    let cursor = '';
    let seen = '';
    do {
      const { items, nextCursor } = (await get(`sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`)).json();
      seen += names(items);
      cursor = nextCursor;
    } while (cursor);
    expect(seen).toBe(all);
  });

  test('says everything about a booking', async () => {
    const [item] = (await get(`userId=${ids.berta}&attendance=checked_in`)).json().items;
    expect(item).toMatchObject({
      state: 'active',
      user: { name: 'Berta', email: 'berta@example.org' },
      session: { id: ids.past, class: { name: 'Flow' }, timeZone: expect.any(String) },
      ticket: { name: 'Unlimited' },
      checkedInAt: expect.any(String),
      noShowAt: null,
      canceledReason: null,
    });
  });

  test('is a file of all pages on request', async () => {
    const answer = await get('format=csv&sort=bookedAt&limit=1&classId='.concat(ids.flow ?? ''));
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="bookings.csv"');
    const [head, ...lines] = answer.body.trimEnd().split('\r\n');
    expect(head).toMatch(/^id,state,member,email,class,starts_at/);
    expect(lines.map((line) => line.split(',').slice(1, 5))).toEqual([
      ['active', 'Berta', 'berta@example.org', 'Flow'],
      ['active', 'Žana Čuk', 'zc@example.org', 'Flow'],
      ['active', 'Berta', 'berta@example.org', 'Flow'],
    ]);
  });

  test.each(['sort=name', 'state=gone', 'cursor=x', 'from=yesterday'])('refuses %s', async (query) => {
    expect((await get(query)).json()).toMatchObject({ code: 'validation_failed' });
  });
});

describe("a member's bookings", () => {
  const ofZana = (query = '') => api.call('GET', `/admin/users/${ids.zana}/bookings?${query}`, { token });

  test.each([
    ['all, newest first', '', 'eb'],
    ['oldest first', 'sort=bookedAt', 'be'],
    ['narrowed down', 'state=waiting', 'e'],
    ['never those of somebody else', 'userId=:berta', 'eb'],
  ])('are %s', async (_, query, expected) => {
    const answer = await ofZana(query.replace(':berta', ids.berta ?? ''));
    expect(answer.statusCode).toBe(200);
    expect(names(answer.json().items)).toBe(expected);
  });

  test('come in pages', async () => {
    const { items, nextCursor } = (await ofZana('limit=1')).json();
    expect(names(items)).toBe('e');
    const next = (await ofZana(`limit=1&cursor=${nextCursor}`)).json();
    expect([names(next.items), next.nextCursor]).toEqual(['b', null]);
  });

  test('are a file on request', async () => {
    const lines = (await ofZana('format=csv')).body.trimEnd().split('\r\n');
    expect(lines.map((line) => line.split(',').slice(1, 3))).toEqual([
      ['state', 'member'],
      ['waiting', 'Žana Čuk'],
      ['active', 'Žana Čuk'],
    ]);
  });

  test('are none of somebody unknown', async () => {
    const answer = await api.call('GET', `/admin/users/${crypto.randomUUID()}/bookings`, { token });
    expect(answer.json()).toEqual({ items: [], nextCursor: null });
  });

  test('are for admins', async () => {
    const staff = api.tokenOf(ids.zana ?? '', 'staff');
    expect((await api.call('GET', `/admin/users/${ids.zana}/bookings`, { token: staff })).statusCode).toBe(403);
  });
});
