import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtures } from '../test-support/fixtures.ts';
import { GOOD_PASSWORD, signUp } from '../test-support/signed-up.ts';
import { startTestApi, type TestApi } from '../test-support/test-api.ts';
import { auditInvariants } from './doctor/index.ts';

let api: TestApi;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startTestApi();
  make = fixtures(api.services.db);
});
afterAll(async () => {
  expect(await auditInvariants(api.services.db)).toEqual([]);
  await api.close();
});

async function member() {
  const { id, accessToken: token } = await signUp(api);
  await make.ticket(id);
  return { id, token };
}

const book = (token: string, sessionId: string) => api.call('POST', '/bookings', { token, body: { sessionId } });
const stateOf = async (token: string, id: string) => (await api.call('GET', `/bookings/${id}`, { token })).json().state;

test('a member who is erased gives up the place, and the next in line gets it', async () => {
  const session = await make.session({ capacity: 1 });
  const [anna, ben] = [await member(), await member()];
  await book(anna.token, session.id);
  const waiting = (await book(ben.token, session.id)).json();
  expect(waiting.state).toBe('waiting');

  const erased = await api.call('DELETE', '/me', { token: anna.token, body: { password: GOOD_PASSWORD } });
  expect(erased.statusCode).toBe(204);
  expect(await stateOf(ben.token, waiting.id)).toBe('active');
});

test('a member who is unblocked moves up at once where a seat is free', async () => {
  const session = await make.session({ capacity: 1 });
  const admin = api.tokenOf((await make.user({ role: 'admin' })).id, 'admin');
  const [anna, ben] = [await member(), await member()];
  const active = (await book(anna.token, session.id)).json();
  const waiting = (await book(ben.token, session.id)).json();
  const block = (blocked: boolean) =>
    api.call('PATCH', `/admin/users/${ben.id}`, { token: admin, body: { blocked, reason: 'unpaid' } });

  await block(true);
  await api.call('POST', `/bookings/${active.id}/cancel`, { token: anna.token, body: {} });
  const seats = () => api.services.db.selectFrom('sessions').select('activeCount').where('id', '=', session.id);
  expect(await seats().executeTakeFirst()).toEqual({ activeCount: 0 });

  expect((await block(false)).statusCode).toBe(200);
  expect(await stateOf(ben.token, waiting.id)).toBe('active');
});

test('the export holds tickets, ledger, bookings, payments and messages', async () => {
  const session = await make.session();
  const anna = await member();
  await book(anna.token, session.id);
  const data = (await api.call('GET', '/me/export', { token: anna.token })).json();
  expect(data).toMatchObject({
    profile: { id: anna.id },
    tickets: [{ entriesLeft: 4 }],
    ticketLedger: [{ kind: 'grant' }, { kind: 'spend' }],
    bookings: [{ sessionId: session.id, state: 'active' }],
    payments: [],
    messages: [],
  });
});
