import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { holdSession } from '../../../test-support/hold-session.ts';
import { type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';

let studio: StudioApi;
beforeAll(async () => {
  studio = await startStudioApi();
});
afterAll(async () => {
  expect(await auditInvariants(studio.db)).toEqual([]);
  await studio.close();
});

const nobody = '00000000-0000-7000-8000-000000000000';

test('booking a free seat answers the booking', async () => {
  const [anna, session] = [await studio.person(), await studio.session()];
  const response = await anna.post('/bookings', { sessionId: session.id });
  expect(response.statusCode).toBe(201);
  expect(response.json()).toEqual({
    id: expect.any(String),
    sessionId: session.id,
    userId: anna.id,
    state: 'active',
    waitingPosition: null,
    ticketId: expect.any(String),
    bookedAt: expect.any(String),
    cancelFreeUntil: session.startsAt.subtract({ hours: 2 }).toString(),
    canceledAt: null,
    canceledReason: null,
  });
  expect(await studio.entriesOf(anna)).toBe(4);
});

test('booking a full session answers the place in the queue, and spends nothing', async () => {
  const [anna, ben, eva] = [await studio.person(), await studio.person(), await studio.person()];
  const session = await studio.session({ capacity: 1 });
  await anna.book(session.id);
  expect(await ben.book(session.id)).toMatchObject({ state: 'waiting', waitingPosition: 1 });
  expect(await eva.book(session.id)).toMatchObject({ state: 'waiting', waitingPosition: 2 });
  expect(await studio.entriesOf(ben)).toBe(5);
});

test('the named ticket pays', async () => {
  const [anna, session] = [await studio.person(), await studio.session()];
  const other = await studio.ticket(anna.id, 3);
  const response = await anna.post('/bookings', { sessionId: session.id, ticketId: other.id });
  expect(response.json()).toMatchObject({ ticketId: other.id });
  expect(await studio.entriesOf(anna)).toBe(5);
});

test('a ticket that starts at its first booking starts now', async () => {
  const [anna, session] = [await studio.person('member', 0), await studio.session()];
  const { id } = await studio.ticket(anna.id, 5, { validFrom: null, validUntil: null, validityDays: 30 });
  await anna.book(session.id);
  const ticket = await studio.db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const age = Temporal.Now.instant().since(ticket.validFrom ?? hoursFromNow(-1_000));
  expect(age.total('seconds')).toBeLessThan(60);
  expect(ticket.validUntil?.since(ticket.validFrom ?? hoursFromNow(0)).total('hours')).toBe(24 * 30);
});

describe('booking is refused', () => {
  test.each([
    ['without a ticket', 'no_usable_ticket', 409, {}, 0],
    ['before it opens', 'booking_not_open', 409, { bookingOpensDaysBefore: 1 }, 5],
    ['after it closed', 'booking_closed', 409, { bookingClosesMinutesBefore: 60 * 72 }, 5],
    ['of a session that has started', 'session_started', 409, { startsAt: hoursFromNow(-0.1) }, 5],
    ['of a session that is over', 'session_started', 409, { startsAt: hoursFromNow(-48) }, 5],
  ])('%s: %s', async (_, code, status, row, entries) => {
    const [anna, session] = [await studio.person('member', entries), await studio.session(row)];
    const response = await anna.post('/bookings', { sessionId: session.id });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ code, status, requestId: expect.any(String) });
  });

  test.each([
    ['canceled', 'session_canceled', 409],
    ['deleted', 'not_found', 404],
  ])('of a session that was %s: %s', async (ended, code, status) => {
    const [anna, admin, session] = [await studio.person(), await studio.person('admin'), await studio.session()];
    const path = `/admin/sessions/${session.id}`;
    await (ended === 'canceled' ? admin.post(`${path}/cancel`) : admin.delete(path));
    const response = await anna.post('/bookings', { sessionId: session.id });
    expect([response.statusCode, response.json().code]).toEqual([status, code]);
  });

  test('by a blocked member: account_blocked', async () => {
    const [anna, session] = [await studio.person(), await studio.session()];
    await studio.db
      .updateTable('users')
      .set({ blockedAt: hoursFromNow(0) })
      .where('id', '=', anna.id)
      .execute();
    const response = await anna.post('/bookings', { sessionId: session.id });
    expect([response.statusCode, response.json().code]).toEqual([403, 'account_blocked']);
  });

  test('of a session that does not exist: not_found', async () => {
    const response = await (await studio.person()).post('/bookings', { sessionId: nobody });
    expect([response.statusCode, response.json().code]).toEqual([404, 'not_found']);
  });

  test('beside another at the same time: overlapping_booking', async () => {
    const [anna, one, other] = [await studio.person(), await studio.session(), await studio.session()];
    await anna.book(one.id);
    const response = await anna.post('/bookings', { sessionId: other.id });
    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({ code: 'overlapping_booking', overlappingSessionId: one.id });
  });

  test.each([
    ['active', 2],
    ['waiting', 1],
  ])('a second time: already_booked with the %s booking', async (state, capacity) => {
    const [anna, ben, session] = [await studio.person(), await studio.person(), await studio.session({ capacity })];
    await ben.book(session.id);
    const booking = await anna.book(session.id);
    const response = await anna.post('/bookings', { sessionId: session.id });
    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({ code: 'already_booked', bookingId: booking.id, bookingState: state });
  });

  test('with a body that does not fit: validation_failed with the field', async () => {
    const anna = await studio.person();
    for (const body of [{}, { sessionId: 'flow' }, { sessionId: nobody, ticketId: 7 }]) {
      const response = await anna.post('/bookings', body);
      expect(response.statusCode).toBe(400);
      expect(response.json()).toMatchObject({ code: 'validation_failed', errors: [{ field: expect.any(String) }] });
    }
  });

  test('without a token: unauthenticated', async () => {
    const response = await studio.call('POST', '/bookings', { body: { sessionId: nobody } });
    expect([response.statusCode, response.json().code]).toEqual([401, 'unauthenticated']);
  });
});

test.each([
  ['another kind of command', { kind: 'cancelSession', reason: 'because' }],
  ["staff's rights", {}],
])('a body cannot smuggle in %s', async (_, smuggled) => {
  const [anna, session] = [await studio.person(), await studio.session({ bookingOpensDaysBefore: 0 })];
  const staff = { id: anna.id, role: 'admin', requestId: null, address: null };
  const response = await anna.post('/bookings', { sessionId: session.id, staff, ...smuggled });
  expect([response.statusCode, response.json().code]).toEqual([400, 'validation_failed']);
  const row = await studio.db.selectFrom('sessions').selectAll().where('id', '=', session.id).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ state: 'scheduled', activeCount: 0 });
});

describe('an Idempotency-Key', () => {
  const header = () => ({ 'idempotency-key': crypto.randomUUID() });

  test('gives a repetition the same answer', async () => {
    const [anna, session, headers] = [await studio.person(), await studio.session(), header()];
    const first = await anna.post('/bookings', { sessionId: session.id }, headers);
    const second = await anna.post('/bookings', { sessionId: session.id }, headers);
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.json()).toEqual(first.json());
    expect(await studio.entriesOf(anna)).toBe(4);
  });

  test('makes one booking of ten that arrive at once', async () => {
    const [anna, session, headers] = [await studio.person(), await studio.session(), header()];
    const responses = await Promise.all(
      Array.from({ length: 10 }, () => anna.post('/bookings', { sessionId: session.id }, headers)),
    );
    expect(new Set(responses.map((response) => response.statusCode))).toEqual(new Set([201]));
    expect(new Set(responses.map((response) => response.json().id)).size).toBe(1);
    expect(await studio.entriesOf(anna)).toBe(4);
  });

  test('with another request is refused: idempotency_key_reused', async () => {
    const [anna, one, other] = [await studio.person(), await studio.session(), await studio.session()];
    const headers = header();
    await anna.post('/bookings', { sessionId: one.id }, headers);
    const response = await anna.post('/bookings', { sessionId: other.id }, headers);
    expect([response.statusCode, response.json().code]).toEqual([409, 'idempotency_key_reused']);
  });

  test('belongs to its member', async () => {
    const [anna, ben, session, headers] = [
      await studio.person(),
      await studio.person(),
      await studio.session(),
      header(),
    ];
    await anna.post('/bookings', { sessionId: session.id }, headers);
    const bens = await ben.post('/bookings', { sessionId: session.id }, headers);
    expect(bens.json()).toMatchObject({ userId: ben.id });
  });

  test('of a refusal may be used again once the reason is gone', async () => {
    const [anna, session, headers] = [await studio.person('member', 0), await studio.session(), header()];
    const refused = await anna.post('/bookings', { sessionId: session.id }, headers);
    expect(refused.json().code).toBe('no_usable_ticket');
    await studio.ticket(anna.id, 5);
    expect((await anna.post('/bookings', { sessionId: session.id }, headers)).statusCode).toBe(201);
  });

  test('of more than 255 characters is refused', async () => {
    const [anna, session] = [await studio.person(), await studio.session()];
    const response = await anna.post('/bookings', { sessionId: session.id }, { 'idempotency-key': 'x'.repeat(256) });
    expect([response.statusCode, response.json().code]).toEqual([400, 'validation_failed']);
  });
});

test('a session that somebody holds too long is answered as busy with Retry-After, others are booked meanwhile', async () => {
  const [anna, ben] = [await studio.person(), await studio.person()];
  const [held, free] = [await studio.session(), await studio.session()];
  const holder = await holdSession(studio.services.config.databaseUrl, held.id);
  const blocked = anna.post('/bookings', { sessionId: held.id });
  await holder.waiter();
  expect(await ben.book(free.id)).toMatchObject({ state: 'active' });
  const response = await blocked;
  expect([response.statusCode, response.json().code]).toEqual([503, 'busy']);
  expect(Number(response.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  await holder.release();
  expect(await anna.book(held.id)).toMatchObject({ state: 'active' });
});
