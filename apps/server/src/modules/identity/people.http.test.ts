import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { accountEventsJob, oneTimeLinkJob } from './identity-jobs.ts';
import { oneTimeLinkOf } from './one-time-link.ts';
import { peopleQuery } from './search-people.ts';

const PASSWORD = 'green cushion evening 8';

let studio: StudioApi;
let desk: Person;
beforeAll(async () => {
  studio = await startStudioApi();
  desk = await studio.person('staff', 0);
  await studio.db
    .updateTable('studio')
    .set({ locales: ['en', 'sl'] })
    .execute();
});
afterAll(() => studio.close());

describe('searching', () => {
  const search = async (q: string, more = '') =>
    (await desk.get(`/admin/people?q=${encodeURIComponent(q)}${more}`)).json();
  const namesOf = async (q: string) => (await search(q)).items.map(({ name }: { name: string }) => name);

  beforeAll(async () => {
    await studio.user({ name: 'Žan Čuk', email: 'zan.cuk@post.example' });
    await studio.user({ name: 'Đorđe Božić-Novak', email: 'djole@post.example' });
    await studio.user({ name: "Maeve O'Brien", email: 'maeve+yoga@post.example' });
    await studio.user({ name: 'Žana Novak', email: 'Zana@Studio.example', blockedAt: Temporal.Now.instant() });
    await studio.user({ name: 'Žan Erased', email: 'gone@erased.invalid', deletedAt: Temporal.Now.instant() });
  });

  test.each([
    ['žan', ['Žan Čuk', 'Žana Novak']],
    ['ZAN', ['Žan Čuk', 'Žana Novak']],
    ['cuk zan', ['Žan Čuk']],
    ['  Čuk,  ', ['Žan Čuk']],
    ['nov', ['Žana Novak', 'Đorđe Božić-Novak']],
    ['bozic-nov', ['Đorđe Božić-Novak']],
    ['đorđe', ['Đorđe Božić-Novak']],
    ["o'bri", ["Maeve O'Brien"]],
    ['brien', ["Maeve O'Brien"]],
    ['zan.cuk@post.example', ['Žan Čuk']],
    ['maeve+yoga@p', ["Maeve O'Brien"]],
    ['zana@studio', ['Žana Novak']],
    ['ovak', []],
    ['zan & !cuk | :*', ['Žan Čuk']],
    ["'); --", []],
    ['???', []],
  ])('%j finds %j', async (q, names) => {
    expect((await namesOf(q)).toSorted()).toEqual(names.toSorted());
  });

  test('by the code that somebody shows', async () => {
    const anna = await studio.person();
    const { code } = (await anna.get('/me/check-in-code')).json();
    const { items } = await search(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`);
    expect(items).toMatchObject([{ id: anna.id }]);
  });

  test('shows no more than is needed to tell people apart', async () => {
    expect((await search('zana')).items).toEqual([
      { id: expect.any(String), name: 'Žana Novak', email: 'Zana@Studio.example', blocked: true },
    ]);
  });

  test('says when more match than it shows', async () => {
    expect(await search('zan', '&limit=1')).toMatchObject({ items: [{}], hasMore: true });
    expect(await search('zan', '&limit=2')).toMatchObject({ items: [{}, {}], hasMore: false });
    expect((await desk.get('/admin/people?q=z')).statusCode).toBe(400);
    expect((await desk.get('/admin/people')).statusCode).toBe(400);
  });

  test('finds by index, however many there are', async () => {
    await sql`insert into users (email, name, password_hash)
      select 'member-' || n || '@crowd.example', 'Member ' || n, 'none' from generate_series(1, 20000) n`.execute(
      studio.db,
    );
    await studio.asOwner('analyze users');
    for (const [q, index] of [
      ['zan', 'users_search'],
      ['K7QM2XTR', 'users_check_in_code'],
    ] as const) {
      const plan = JSON.stringify(await peopleQuery(studio.db, { q, limit: 20 }).explain('json'));
      expect(plan).toContain(index);
      expect(plan).not.toContain('Seq Scan');
    }
  });
});

describe('making an account at the desk', () => {
  const create = (body: object, headers?: Record<string, string>) => desk.post('/admin/people', body, headers);
  const address = () => `${crypto.randomUUID()}@post.example`;
  const linkTo = async (userId: string) => {
    const jobs = await queuedJobs(studio.db, oneTimeLinkJob);
    const links = await Promise.all(
      jobs.map(({ tokenId }) =>
        oneTimeLinkOf({ ...studio.services, config: { webUrl: 'https://studio.example' } }, tokenId),
      ),
    );
    return links.find((link) => link?.userId === userId);
  };

  test('lets its owner choose a password by mail, and then sign in', async () => {
    const email = address();
    const response = await create({ email: ` ${email} `, name: ' Eva Kos ', locale: 'sl' });
    expect(response.statusCode).toBe(201);
    const person = response.json();
    expect(person).toEqual({ id: expect.any(String), name: 'Eva Kos', email, blocked: false });
    expect((await studio.call('POST', '/auth/login', { body: { email, password: 'none' } })).statusCode).toBe(401);

    const link = await linkTo(person.id);
    expect(link).toMatchObject({ purpose: 'reset_password', invites: true });
    expect(link?.expiresAt.since(Temporal.Now.instant()).total('hours')).toBeGreaterThan(6 * 24);
    const token = new URL(link?.url ?? '').searchParams.get('token');
    const chosen = await studio.call('POST', '/auth/reset-password', { body: { token, password: PASSWORD } });
    expect(chosen.statusCode).toBeLessThan(300);
    const signedIn = await studio.call('POST', '/auth/login', { body: { email, password: PASSWORD } });
    expect(signedIn.json().user).toMatchObject({ id: person.id, role: 'member', locale: 'sl', emailVerified: true });
    const events = (await queuedJobs(studio.db, accountEventsJob)).filter(({ userId }) => userId === person.id);
    expect(events.map(({ event }) => event)).toEqual(['welcome']);
  });

  test('is audited once', async () => {
    const { id } = (await create({ email: address(), name: 'Eva' })).json();
    const audit = await studio.db.selectFrom('auditLog').selectAll().where('entityId', '=', id).execute();
    expect(audit).toMatchObject([
      { actorId: desk.id, action: 'user.create', entity: 'user', after: { role: 'member' } },
    ]);
  });

  test('with an address that is taken tells whose it is, also when two desks are as fast', async () => {
    const email = address();
    const responses = await Promise.all([1, 2, 3].map(() => create({ email, name: 'Eva' })));
    const made = responses.filter(({ statusCode }) => statusCode === 201);
    expect(made).toHaveLength(1);
    const taken = { status: 409, code: 'email_taken', userId: made[0]?.json().id };
    for (const response of responses.filter((each) => each !== made[0])) expect(response.json()).toMatchObject(taken);
    expect((await create({ email: email.toUpperCase(), name: 'Eva' })).json()).toMatchObject(taken);
  });

  test('with a key happens once', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const body = { email: address(), name: 'Eva' };
    const [first, second] = [await create(body, headers), await create(body, headers)];
    expect([second.statusCode, second.json()]).toEqual([201, first.json()]);
  });

  test.each([
    ['email', { email: 'eva', name: 'Eva' }],
    ['name', { email: 'eva@post.example', name: ' ' }],
  ])('refuses a bad %s', async (field, body) => {
    expect((await create(body)).json()).toMatchObject({ code: 'validation_failed', errors: [{ field }] });
  });

  test('makes nobody staff', async () => {
    expect((await create({ email: address(), name: 'Eva', role: 'admin' })).statusCode).toBe(400);
  });
});
