import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';

let api: TestApi;
let make: ReturnType<typeof fixtures>;
let admin: { id: string; token: string };
let anna: { id: string; token: string };
beforeAll(async () => {
  api = await startTestApi();
  make = fixtures(api.services.db);
  const { id } = await make.user({ role: 'admin' });
  admin = { id, token: api.tokenOf(id, 'admin') };
});
afterAll(() => api.close());
beforeEach(async () => {
  anna = await member();
});

async function member() {
  const { id } = await make.user();
  return { id, token: api.tokenOf(id) };
}

const post = (path: string, body: object, headers = {}) =>
  api.call('POST', `/admin${path}`, { token: admin.token, body, headers });
const correct = (id: string, body: object) =>
  api.call('PATCH', `/admin/tickets/${id}`, { token: admin.token, body: { reason: 'mistake', ...body } });
const detail = async (id: string) => (await api.call('GET', `/admin/tickets/${id}`, { token: admin.token })).json();
const isoFromNow = (hours: number) => hoursFromNow(hours).toString();

function auditOf(ticketId: string) {
  return api.services.db
    .selectFrom('auditLog')
    .select(['action', 'actorId', 'before', 'after', 'reason'])
    .where('entityId', '=', ticketId)
    .orderBy('id')
    .execute();
}

describe('assigning', () => {
  test('what a plan promises, from now on', async () => {
    const plan = await make.plan({ entries: 8, validityDays: 30 });
    const response = await post('/tickets', { userId: anna.id, planId: plan.id, reason: 'won a raffle' });
    expect(response.statusCode).toBe(201);
    const ticket = response.json();
    expect(ticket).toMatchObject({
      userId: anna.id,
      planId: plan.id,
      name: plan.name,
      entriesLeft: 8,
      state: 'active',
    });
    const length = Temporal.Instant.from(ticket.validUntil).since(ticket.validFrom);
    expect(length.total('hours')).toBe(30 * 24);
    expect((await detail(ticket.id)).ledger).toMatchObject([{ kind: 'grant', entries: 8, reason: 'won a raffle' }]);
    expect(await auditOf(ticket.id)).toMatchObject([
      { action: 'ticket.grant', actorId: admin.id, before: null, after: { entries: 8 }, reason: 'won a raffle' },
    ]);
  });

  test('a plan that starts at the first booking', async () => {
    const plan = await make.plan({ starts: 'first_booking', validityDays: 30, archivedAt: Temporal.Now.instant() });
    const ticket = (await post('/tickets', { userId: anna.id, planId: plan.id, reason: 'gift' })).json();
    expect(ticket).toMatchObject({ state: 'not_started', validFrom: null, validUntil: null, validityDays: 30 });
  });

  test.each([
    ['limited', { entries: 3 }, { entriesLeft: 3, unlimited: false, name: '3 entries' }],
    ['unlimited', { entries: null }, { entriesLeft: null, unlimited: true, name: 'Unlimited' }],
    ['named', { entries: 1, name: 'Trial' }, { name: 'Trial' }],
  ])('terms of its own: %s', async (_, terms, expected) => {
    const body = { userId: anna.id, validFrom: isoFromNow(0), validUntil: isoFromNow(24), reason: 'trial', ...terms };
    const response = await post('/tickets', body);
    expect(response.statusCode).toBe(201);
    expect(response.json()).toMatchObject(expected);
    expect((await detail(response.json().id)).ledger).toMatchObject([{ kind: 'grant', entries: terms.entries ?? 0 }]);
  });

  test('terms without a name are named in the language of the studio', async () => {
    const speak = (defaultLocale: string) =>
      api.services.db
        .updateTable('studio')
        .set({ defaultLocale, locales: ['en', 'sl'] })
        .execute();
    await speak('sl');
    const terms = { entries: 2, validFrom: isoFromNow(0), validUntil: isoFromNow(24) };
    const response = await post('/tickets', { userId: anna.id, reason: 'trial', ...terms });
    expect(response.json()).toMatchObject({ name: '2 obiska' });
    await speak('en');
  });

  test('once per idempotency key', async () => {
    const plan = await make.plan();
    const headers = { 'idempotency-key': randomUUID() };
    const body = { userId: anna.id, planId: plan.id, reason: 'gift' };
    const answers = await Promise.all([post('/tickets', body, headers), post('/tickets', body, headers)]);
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
    const list = await api.call('GET', `/admin/users/${anna.id}/tickets`, { token: admin.token });
    expect(list.json().items).toHaveLength(1);
  });

  test.each([
    ['no reason', { reason: '  ' }],
    ['an end before the start', { validUntil: isoFromNow(-1) }],
    ['no entries', { entries: 0 }],
    ['neither plan nor terms', { entries: undefined }],
  ])('refuses %s', async (_, fields) => {
    const body = { userId: anna.id, entries: 1, validFrom: isoFromNow(0), validUntil: isoFromNow(1), reason: 'x' };
    const response = await post('/tickets', { ...body, ...fields });
    expect(response.json()).toMatchObject({ status: 400, code: 'validation_failed' });
  });

  test('refuses an unknown member or plan', async () => {
    const plan = await make.plan();
    const unknown = randomUUID();
    expect((await post('/tickets', { userId: unknown, planId: plan.id, reason: 'x' })).statusCode).toBe(404);
    expect((await post('/tickets', { userId: anna.id, planId: unknown, reason: 'x' })).statusCode).toBe(404);
  });
});

describe('correcting', () => {
  test('the balance, both ways, with its history', async () => {
    const { id } = await make.ticket(anna.id, 5);
    expect((await correct(id, { entriesDelta: 3 })).json()).toMatchObject({ entriesLeft: 8 });
    expect((await correct(id, { entriesDelta: -8 })).json()).toMatchObject({ entriesLeft: 0, state: 'used_up' });
    const adjust = { kind: 'adjust', reason: 'mistake' };
    expect((await detail(id)).ledger).toMatchObject([
      { ...adjust, entries: -8 },
      { ...adjust, entries: 3 },
      { kind: 'grant', entries: 5 },
    ]);
    expect(await auditOf(id)).toMatchObject([
      { action: 'ticket.adjust', before: { entriesLeft: 5 }, after: { entriesLeft: 8 } },
      { action: 'ticket.adjust', before: { entriesLeft: 8 }, after: { entriesLeft: 0 } },
    ]);
  });

  test('the validity', async () => {
    const { id } = await make.ticket(anna.id, 5);
    const [validFrom, validUntil] = [isoFromNow(1), isoFromNow(2)];
    expect((await correct(id, { validFrom, validUntil })).json()).toMatchObject({ state: 'not_started' });
    expect(await auditOf(id)).toMatchObject([{ action: 'ticket.adjust', after: { validFrom, validUntil } }]);
  });

  test.each([
    ['more than is left', 5, { entriesDelta: -6 }, 409, 'ticket_not_changeable'],
    ['entries of an unlimited ticket', null, { entriesDelta: 1 }, 409, 'ticket_not_changeable'],
    ['an end before the start', 5, { validUntil: isoFromNow(-48) }, 400, 'validation_failed'],
    ['nothing', 5, {}, 400, 'validation_failed'],
    ['a change of nothing', 5, { entriesDelta: 0 }, 400, 'validation_failed'],
  ])('refuses %s', async (_, entries, change, status, code) => {
    const { id } = await make.ticket(anna.id, entries);
    expect((await correct(id, change)).json()).toMatchObject({ status, code });
    expect(await auditOf(id)).toEqual([]);
  });

  test('once per idempotency key, and not of a ticket that somebody else has changed', async () => {
    const { id } = await make.ticket(anna.id, 5);
    const { version } = await detail(id);
    const headers = { 'idempotency-key': randomUUID() };
    const body = { entriesDelta: 1, version, reason: 'mistake' };
    const send = (more = {}) =>
      api.call('PATCH', `/admin/tickets/${id}`, { token: admin.token, body, headers: { ...headers, ...more } });
    const [first, second] = [await send(), await send()];
    expect(second.json()).toEqual(first.json());
    const other = await send({ 'idempotency-key': randomUUID() });
    expect(other.json()).toMatchObject({ code: 'version_conflict', version: first.json().version });
    expect(await detail(id)).toMatchObject({ entriesLeft: 6 });
  });

  test('is told with who did it, to admins only', async () => {
    const { id } = await make.ticket(anna.id, 5);
    await correct(id, { entriesDelta: 1 });
    const { ledger } = await detail(id);
    expect(ledger[0]).toMatchObject({ kind: 'adjust', actor: { id: admin.id } });
    const own = await api.call('GET', `/tickets/${id}`, { token: anna.token });
    expect(own.json().ledger[0]).not.toHaveProperty('actor');
  });

  test('an unstarted ticket needs both ends', async () => {
    const { id } = await make.ticket(anna.id, 5, { validFrom: null, validUntil: null, validityDays: 30 });
    expect((await correct(id, { validUntil: isoFromNow(24) })).json()).toMatchObject({ code: 'validation_failed' });
    const change = { validFrom: isoFromNow(-1), validUntil: isoFromNow(24) };
    expect((await correct(id, change)).json()).toMatchObject({ state: 'active' });
  });
});

describe('freezing', () => {
  test('suspends a ticket and gives the days back', async () => {
    const ticket = await make.ticket(anna.id, 5);
    const frozen = await post(`/tickets/${ticket.id}/freeze`, { reason: 'ill' });
    expect(frozen.json()).toMatchObject({ state: 'frozen' });
    const session = await make.session();
    const refused = await api.call('POST', '/bookings', { token: anna.token, body: { sessionId: session.id } });
    expect(refused.json()).toMatchObject({ code: 'no_usable_ticket' });
    await frozenSince(ticket.id, hoursFromNow(-25));
    const { thawsUntil } = await detail(ticket.id);
    const thawed = (await post(`/tickets/${ticket.id}/unfreeze`, { reason: 'well again' })).json();
    expect(thawed).toMatchObject({ state: 'active', frozenAt: null });
    const added = Temporal.Instant.from(thawed.validUntil).since(ticket.validUntil ?? thawed.validUntil);
    expect(added.total('hours')).toBe(48);
    expect(thawsUntil).toBe(thawed.validUntil);
    expect((await auditOf(ticket.id)).map(({ action }) => action)).toEqual(['ticket.freeze', 'ticket.unfreeze']);
  });

  test('only what can be used, and only once', async () => {
    const [active, expired] = [
      await make.ticket(anna.id),
      await make.ticket(anna.id, 5, { validUntil: hoursFromNow(-1) }),
    ];
    const refusal = { status: 409, code: 'ticket_not_changeable' };
    expect((await post(`/tickets/${expired.id}/freeze`, { reason: 'x' })).json()).toMatchObject(refusal);
    expect((await post(`/tickets/${active.id}/unfreeze`, { reason: 'x' })).json()).toMatchObject(refusal);
    await post(`/tickets/${active.id}/freeze`, { reason: 'x' });
    expect((await post(`/tickets/${active.id}/freeze`, { reason: 'x' })).json()).toMatchObject(refusal);
  });

  function frozenSince(id: string, frozenAt: Temporal.Instant) {
    return api.services.db.updateTable('tickets').set({ frozenAt }).where('id', '=', id).execute();
  }
});

describe('seats follow the ticket', () => {
  const book = (token: string, sessionId: string) => api.call('POST', '/bookings', { token, body: { sessionId } });
  const stateOf = async ({ token }: { token: string }, id: string) =>
    (await api.call('GET', `/bookings/${id}`, { token })).json().state;

  test('revoking cancels the coming bookings, and their seats go to the list', async () => {
    const ben = await member();
    const ticket = await make.ticket(anna.id, 5);
    await make.ticket(ben.id, 5);
    const session = await make.session({ capacity: 1 });
    const annas = (await book(anna.token, session.id)).json();
    const bens = (await book(ben.token, session.id)).json();
    expect([annas.state, bens.state]).toEqual(['active', 'waiting']);
    const preview = () => api.call('GET', `/admin/tickets/${ticket.id}/revocation`, { token: admin.token });
    expect((await preview()).json()).toMatchObject({
      peopleCount: 2,
      people: [
        { userId: anna.id, effect: 'place_lost' },
        { userId: ben.id, effect: 'promoted' },
      ],
      entriesReturned: 0,
      entriesSpent: 1,
      mails: [
        { kind: 'ticket_withdrawn', count: 1 },
        { kind: 'booking_promoted', count: 1 },
      ],
      sessions: [{ id: session.id }],
    });
    expect([await stateOf(anna, annas.id), await auditOf(ticket.id)]).toEqual(['active', []]);
    const revoked = await post(`/tickets/${ticket.id}/revoke`, { reason: 'unpaid' });
    expect(revoked.json()).toMatchObject({ state: 'revoked', entriesLeft: 0 });
    expect(await stateOf(anna, annas.id)).toBe('canceled');
    expect(await stateOf(ben, bens.id)).toBe('active');
    const { ledger } = await detail(ticket.id);
    expect(ledger.reduce((sum: number, row: { entries: number }) => sum + row.entries, 0)).toBe(0);
    expect(await auditOf(ticket.id)).toMatchObject([
      { action: 'ticket.revoke', before: { state: 'active' }, after: { state: 'revoked' }, reason: 'unpaid' },
    ]);
  });

  test.each<[string, (ticketId: string) => Promise<unknown>]>([
    ['a new one', () => assign(anna.id)],
    ['more entries', (id) => correct(id, { entriesDelta: 1 })],
  ])('%s lets a waiter into the free seat', async (_, gain) => {
    const ben = await member();
    const ticket = await make.ticket(anna.id, 1);
    await make.ticket(ben.id, 5);
    const session = await make.session({ capacity: 1 });
    const bens = (await book(ben.token, session.id)).json();
    const annas = (await book(anna.token, session.id)).json();
    await correct(ticket.id, { entriesDelta: -1 });
    const canceled = await api.call('POST', `/bookings/${bens.id}/cancel`, { token: ben.token, body: {} });
    expect(canceled.statusCode).toBe(200);
    expect(await stateOf(anna, annas.id)).toBe('waiting');
    await gain(ticket.id);
    expect(await stateOf(anna, annas.id)).toBe('active');
  });

  async function assign(userId: string) {
    const plan = await make.plan();
    return post('/tickets', { userId, planId: plan.id, reason: 'gift' });
  }
});

test('what was revoked stays so', async () => {
  const { id } = await make.ticket(anna.id, null);
  await post(`/tickets/${id}/revoke`, { reason: 'x' });
  const refusal = { status: 409, code: 'ticket_not_changeable' };
  const preview = await api.call('GET', `/admin/tickets/${id}/revocation`, { token: admin.token });
  expect(preview.json()).toMatchObject(refusal);
  expect((await post(`/tickets/${id}/revoke`, { reason: 'x' })).json()).toMatchObject(refusal);
  expect((await post(`/tickets/${id}/freeze`, { reason: 'x' })).json()).toMatchObject(refusal);
  expect((await correct(id, { validUntil: isoFromNow(99) })).json()).toMatchObject(refusal);
});

test.each([
  ['GET', `/admin/users/${randomUUID()}/tickets`],
  ['GET', `/admin/tickets/${randomUUID()}`],
  ['GET', `/admin/tickets/${randomUUID()}/revocation`],
  ['POST', '/admin/tickets'],
  ['PATCH', `/admin/tickets/${randomUUID()}`],
  ['POST', `/admin/tickets/${randomUUID()}/freeze`],
  ['POST', `/admin/tickets/${randomUUID()}/unfreeze`],
  ['POST', `/admin/tickets/${randomUUID()}/revoke`],
] as const)('%s %s is for admins', async (method, path) => {
  const body = method === 'GET' ? {} : { body: { reason: 'x' } };
  expect((await api.call(method, path, { token: anna.token, ...body })).json()).toMatchObject({ code: 'forbidden' });
  expect((await api.call(method, path, body)).json()).toMatchObject({ code: 'unauthenticated' });
});
