import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';

let api: TestApi;
let make: ReturnType<typeof fixtures>;
let anna: { id: string; token: string };
beforeAll(async () => {
  api = await startTestApi();
  make = fixtures(api.services.db);
});
afterAll(() => api.close());
beforeEach(async () => {
  anna = await member();
});

async function member() {
  const { id } = await make.user();
  return { id, token: api.tokenOf(id) };
}

const get = (path: string, token = anna.token) => api.call('GET', path, { token });

test('my tickets come page by page, newest first, and nobody else sees them', async () => {
  const tickets = [await make.ticket(anna.id, 1), await make.ticket(anna.id, 2), await make.ticket(anna.id, 3)];
  await make.ticket((await member()).id);
  const first = (await get('/tickets?limit=2')).json();
  const second = (await get(`/tickets?limit=2&cursor=${first.nextCursor}`)).json();
  const ids = [...first.items, ...second.items].map((ticket: { id: string }) => ticket.id);
  expect(ids).toEqual(tickets.map(({ id }) => id).reverse());
  expect(second.nextCursor).toBeNull();
});

describe('how a ticket stands', () => {
  const now = Temporal.Now.instant();
  test.each([
    ['active', {}],
    ['used_up', { entriesLeft: 0 }],
    ['expired', { validUntil: hoursFromNow(-1) }],
    ['not_started', { validFrom: hoursFromNow(1) }],
    ['not_started', { validFrom: null, validUntil: null, validityDays: 30 }],
    ['frozen', { state: 'frozen' as const, frozenAt: now }],
    ['revoked', { state: 'revoked' as const, revokedAt: now }],
  ])('%s: %j', async (state, row) => {
    const { id } = await make.ticket(anna.id, 5, row);
    expect((await get(`/tickets/${id}`)).json()).toMatchObject({ id, state });
  });
});

test('one ticket, with the sessions that it paid for', async () => {
  const ticket = await make.ticket(anna.id, 5);
  const session = await make.session({ classTypeId: await make.classType({ name: 'Yin' }) });
  const booked = await api.call('POST', '/bookings', { token: anna.token, body: { sessionId: session.id } });
  const detail = (await get(`/tickets/${ticket.id}`)).json();
  expect(detail).toMatchObject({ entriesLeft: 4, unlimited: false, classIds: null });
  expect(detail.ledger).toMatchObject([
    {
      kind: 'spend',
      entries: -1,
      booking: { id: booked.json().id, sessionId: session.id, className: 'Yin', timeZone: 'Europe/Ljubljana' },
    },
    { kind: 'grant', entries: 5, booking: null },
  ]);
});

test('another member and an unknown id get the same answer', async () => {
  const { id } = await make.ticket((await member()).id);
  expect((await get(`/tickets/${id}`)).json()).toMatchObject({ code: 'not_found' });
  expect((await get(`/tickets/${randomUUID()}`)).json()).toMatchObject({ code: 'not_found' });
});

test.each(['/tickets', `/tickets/${randomUUID()}`])('%s needs a token', async (path) => {
  expect((await api.call('GET', path)).json()).toMatchObject({ code: 'unauthenticated' });
});
