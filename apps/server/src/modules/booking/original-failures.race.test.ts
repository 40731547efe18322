import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { gatherCrowd } from '../../../test-support/crowd.ts';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';

/** What booking systems are known to get wrong when many tap at once, one test each. */

let studio: StudioApi;
beforeAll(async () => {
  studio = await startStudioApi();
});
afterAll(async () => {
  expect(await auditInvariants(studio.db)).toEqual([]);
  await studio.close();
});

const times = <T>(count: number, make: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, i) => make(i)));
const codesOf = (responses: readonly { statusCode: number; json(): { code?: string } }[]) =>
  responses.map((response) => response.json().code ?? response.statusCode);
const sessionRow = (id: string) =>
  studio.db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

async function openBookings(column: 'sessionId' | 'userId', id: string) {
  return studio.db.selectFrom('bookings').selectAll().where(column, '=', id).where('state', '<>', 'canceled').execute();
}

test('200 places are sold 200 times while everybody reads the schedule', async () => {
  const session = await studio.session({ capacity: 200 });
  const crowd = await gatherCrowd(studio.db, studio.services.config.databaseUrl, 400, 1);
  const [booked, lists] = await Promise.all([
    times(400, (i) =>
      studio.call('POST', '/bookings', { token: crowd[i]?.token ?? '', body: { sessionId: session.id } }),
    ),
    times(400, () => studio.call('GET', '/sessions?limit=50')),
  ]);
  expect(new Set(lists.map((response) => response.statusCode))).toEqual(new Set([200]));
  expect(booked.filter((response) => response.json().state === 'active')).toHaveLength(200);
  expect(booked.filter((response) => response.json().state === 'waiting')).toHaveLength(200);
  expect(await sessionRow(session.id)).toMatchObject({ activeCount: 200, waitingCount: 200, capacity: 200 });
  const shown = (await studio.call('GET', `/sessions/${session.id}`)).json();
  expect(shown).toMatchObject({ activeCount: 200, waitingCount: 200 });
});

describe('a ticket with one entry, tapped again and again at once', () => {
  test('in one session gives one booking', async () => {
    const [anna, session] = [await studio.person('member', 1), await studio.session()];
    const responses = await times(20, () => anna.post('/bookings', { sessionId: session.id }));
    expect(codesOf(responses).sort()).toEqual([201, ...Array(19).fill('already_booked')]);
    expect(await openBookings('userId', anna.id)).toHaveLength(1);
    expect(await studio.entriesOf(anna)).toBe(0);
  });

  test('in ten sessions gives one booking', async () => {
    const anna = await studio.person('member', 1);
    const sessions = await times(10, (i) => studio.session({ startsAt: hoursFromNow(24 + 2 * i) }));
    const responses = await times(40, (i) => anna.post('/bookings', { sessionId: sessions[i % 10]?.id }));
    expect(responses.filter((response) => response.statusCode === 201)).toHaveLength(1);
    expect(await openBookings('userId', anna.id)).toHaveLength(1);
    expect(await studio.entriesOf(anna)).toBe(0);
  });
});

test('one member waits once in a list, and a later promotion works', async () => {
  const [anna, ben, session] = [await studio.person(), await studio.person(), await studio.session({ capacity: 1 })];
  const { id } = await anna.book(session.id);
  const responses = await times(10, () => ben.post('/bookings', { sessionId: session.id }));
  expect(codesOf(responses).sort()).toEqual([201, ...Array(9).fill('already_booked')]);
  expect((await anna.post(`/bookings/${id}/cancel`)).statusCode).toBe(200);
  expect(await openBookings('sessionId', session.id)).toMatchObject([{ userId: ben.id, state: 'active' }]);
});

test('40 pairs of cancellations at once all succeed and move two people up each', async () => {
  const pairs = await times(40, async () => {
    const session = await studio.session({ capacity: 2 });
    const people = await times(4, () => studio.person());
    const bookings = [];
    for (const person of people) bookings.push((await person.book(session.id)).id);
    return { session, people, bookings };
  });
  const responses = await times(80, (i) => {
    const { people, bookings } = pairs[i >> 1] ?? { people: [], bookings: [] };
    return (people[i & 1] as Person).post(`/bookings/${bookings[i & 1]}/cancel`);
  });
  expect(new Set(responses.map((response) => response.statusCode))).toEqual(new Set([200]));
  for (const { session, people } of pairs) {
    const seated = await openBookings('sessionId', session.id);
    expect(seated.map((booking) => booking.userId).sort()).toEqual([people[2]?.id, people[3]?.id].sort());
    expect(seated.every((booking) => booking.state === 'active')).toBe(true);
  }
});

test('who moves up from the list pays like everybody else', async () => {
  const [anna, ben, session] = [await studio.person(), await studio.person(), await studio.session({ capacity: 1 })];
  const { id } = await anna.book(session.id);
  const waiting = await ben.book(session.id);
  expect(await studio.entriesOf(ben)).toBe(5);
  await anna.post(`/bookings/${id}/cancel`);
  expect((await ben.get(`/bookings/${waiting.id}`)).json().state).toBe('active');
  expect(await studio.entriesOf(ben)).toBe(4);
});

test.each([
  ['has started', -0.01],
  ['is over', -48],
])('a session that %s cannot be booked', async (_, hours) => {
  const [anna, session] = [await studio.person(), await studio.session({ startsAt: hoursFromNow(hours) })];
  expect((await anna.post('/bookings', { sessionId: session.id })).json().code).toBe('session_started');
});

test.each([
  ['blocked', 'blockedAt', 403, 'account_blocked'],
  ['erased', 'deletedAt', 404, 'not_found'],
] as const)('a member who was %s cannot book with a token from before', async (_, column, status, code) => {
  const [anna, session] = [await studio.person(), await studio.session()];
  await studio.db
    .updateTable('users')
    .set({ [column]: hoursFromNow(0) })
    .where('id', '=', anna.id)
    .execute();
  const response = await anna.post('/bookings', { sessionId: session.id });
  expect([response.statusCode, response.json().code]).toEqual([status, code]);
  expect(await openBookings('userId', anna.id)).toEqual([]);
});

test('canceling a session while people book and cancel leaves no booking and no entry behind', async () => {
  const [admin, session] = [await studio.person('admin', 0), await studio.session({ capacity: 5 })];
  const people = await times(20, () => studio.person());
  const early = people.slice(0, 10);
  const bookings = await Promise.all(early.map((person) => person.book(session.id)));
  const responses = await Promise.all([
    admin.post(`/admin/sessions/${session.id}/cancel`),
    ...people.slice(10).map((person) => person.post('/bookings', { sessionId: session.id })),
    ...early.map((person, i) => person.post(`/bookings/${bookings[i]?.id}/cancel`)),
  ]);
  expect(responses[0]?.statusCode).toBe(200);
  expect(responses.filter((response) => response.statusCode >= 500)).toEqual([]);
  expect(await openBookings('sessionId', session.id)).toEqual([]);
  for (const person of people) expect(await studio.entriesOf(person)).toBe(5);
});

test('canceling late is not free', async () => {
  const [anna, session] = [await studio.person(), await studio.session()];
  const { id } = await anna.book(session.id);
  await studio.shift(session.id, hoursFromNow(1.9));
  expect((await anna.post(`/bookings/${id}/cancel`)).json().code).toBe('cancellation_cutoff_passed');
  expect((await anna.get(`/bookings/${id}`)).json().state).toBe('active');
});

test('a cancellation credits the ticket that paid, not the newest', async () => {
  const [anna, session] = [await studio.person('member', 3), await studio.session()];
  const { id, ticketId } = await anna.book(session.id);
  const newer = await studio.ticket(anna.id, 7);
  await anna.post(`/bookings/${id}/cancel`);
  const left = await studio.db
    .selectFrom('tickets')
    .select(['id', 'entriesLeft'])
    .where('userId', '=', anna.id)
    .orderBy('id')
    .execute();
  expect(left).toEqual([
    { id: ticketId, entriesLeft: 3 },
    { id: newer.id, entriesLeft: 7 },
  ]);
});

test('raising the capacity while people join lets exactly as many up', async () => {
  const [admin, session] = [await studio.person('admin', 0), await studio.session({ capacity: 2 })];
  const people = await times(10, () => studio.person());
  for (const person of people.slice(0, 5)) await person.book(session.id);
  await Promise.all([
    admin.patch(`/admin/sessions/${session.id}`, { capacity: 6 }),
    ...people.slice(5).map((person) => person.book(session.id)),
  ]);
  expect(await sessionRow(session.id)).toMatchObject({ activeCount: 6, waitingCount: 4 });
  const seated = (await openBookings('sessionId', session.id)).filter((booking) => booking.state === 'active');
  expect(seated.map((booking) => booking.userId)).toEqual(
    expect.arrayContaining(people.slice(0, 5).map(({ id }) => id)),
  );
});
