import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { bookingEventsJob } from './booking-events-job.ts';

let studio: StudioApi;
let desk: Person;
beforeAll(async () => {
  studio = await startStudioApi();
  desk = await studio.person('staff', 0);
});
afterAll(async () => {
  expect(await auditInvariants(studio.db)).toEqual([]);
  await studio.close();
});

/** The audit rows about one thing, oldest first. */
const auditOf = (entityId: string) =>
  studio.db.selectFrom('auditLog').selectAll().where('entityId', '=', entityId).orderBy('id').execute();

const bookFor = (userId: string, sessionId: string, body = {}, headers?: Record<string, string>) =>
  desk.post(`/admin/sessions/${sessionId}/bookings`, { userId, ...body }, headers);

describe('booking for a member', () => {
  test("takes a seat on the member's ticket, and leaves one audit row of who did it from where", async () => {
    const [anna, session] = [await studio.person(), await studio.session()];
    const response = await bookFor(anna.id, session.id);
    expect(response.statusCode).toBe(201);
    const booking = response.json();
    expect(booking).toMatchObject({ userId: anna.id, state: 'active' });
    expect(await studio.entriesOf(anna)).toBe(4);
    expect((await anna.get(`/bookings/${booking.id}`)).statusCode).toBe(200);
    expect(await auditOf(booking.id)).toMatchObject([
      {
        actorId: desk.id,
        actorRole: 'staff',
        action: 'booking.create',
        entity: 'booking',
        before: null,
        after: { userId: anna.id, sessionId: session.id, state: 'active', ticketId: booking.ticketId },
        requestId: response.headers['x-request-id'],
        address: '127.0.0.1',
      },
    ]);
  });

  test('is not bound to the opening time, but to the capacity and to the end', async () => {
    const [anna, ben, eva] = [await studio.person(), await studio.person(), await studio.person()];
    const early = await studio.session({ bookingOpensDaysBefore: 0, capacity: 1 });
    expect((await bookFor(anna.id, early.id)).json()).toMatchObject({ state: 'active' });
    expect((await bookFor(ben.id, early.id)).json()).toMatchObject({ state: 'waiting', waitingPosition: 1 });
    const over = await studio.session({ startsAt: hoursFromNow(-1.1) });
    expect((await bookFor(eva.id, over.id)).json()).toMatchObject({ status: 409, code: 'session_ended' });
  });

  test('after the start takes in who is late while a place is free, which no member can', async () => {
    const [anna, ben] = [await studio.person(), await studio.person()];
    const started = await studio.session({ startsAt: hoursFromNow(-0.1), capacity: 1 });
    const refused = (await anna.post('/bookings', { sessionId: started.id })).json();
    expect(refused).toMatchObject({ status: 409, code: 'session_started' });

    const { id, ...place } = (await bookFor(anna.id, started.id)).json();
    expect(place).toMatchObject({ state: 'active' });
    expect(await studio.entriesOf(anna)).toBe(4);
    expect((await anna.post(`/bookings/${id}/cancel`, { forfeit: true })).json().code).toBe('session_started');
    expect((await desk.post(`/admin/bookings/${id}/check-in`)).statusCode).toBe(200);

    expect((await bookFor(ben.id, started.id)).json()).toMatchObject({ status: 409, code: 'session_full' });
    expect(await studio.entriesOf(ben)).toBe(5);
  });

  test('is refused for the same reasons as for the member, and then leaves no audit row', async () => {
    const [anna, session] = [await studio.person('member', 0), await studio.session()];
    const count = async () => (await studio.db.selectFrom('auditLog').select('id').execute()).length;
    const before = await count();
    expect((await bookFor(anna.id, session.id)).json()).toMatchObject({ status: 409, code: 'no_usable_ticket' });
    const stranger = await bookFor(crypto.randomUUID(), session.id);
    expect(stranger.json()).toMatchObject({ code: 'validation_failed', errors: [{ field: 'userId' }] });
    const nowhere = await bookFor(anna.id, crypto.randomUUID());
    expect(nowhere.json()).toMatchObject({ status: 404, code: 'not_found' });
    expect(await count()).toBe(before);
  });

  test('with a key happens once and is audited once', async () => {
    const [anna, session] = [await studio.person(), await studio.session()];
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const responses = await Promise.all([1, 2, 3].map(() => bookFor(anna.id, session.id, {}, headers)));
    expect(responses.map((response) => response.statusCode)).toEqual([201, 201, 201]);
    expect(await auditOf(responses[0]?.json().id)).toHaveLength(1);
  });
});

describe('somebody at the desk', () => {
  const stand = async (userId: string, sessionId: string) =>
    (await desk.get(`/admin/sessions/${sessionId}/people/${userId}`)).json();

  test('has a ticket for the session or needs one, then a place or one in line', async () => {
    const [anna, ben, guest] = [await studio.person(), await studio.person(), await studio.person('member', 0)];
    const session = await studio.session({ capacity: 1 });
    expect(await stand(guest.id, session.id)).toEqual({ booking: null, ticket: null, refusal: null });
    expect(await stand(anna.id, session.id)).toMatchObject({ booking: null, ticket: { entriesLeft: 5 } });
    const place = await anna.book(session.id);
    expect(await stand(anna.id, session.id)).toMatchObject({
      booking: { id: place.id, state: 'active', waitingPosition: null, checkedInAt: null },
      ticket: { entriesLeft: 4 },
    });
    await ben.book(session.id);
    expect(await stand(ben.id, session.id)).toMatchObject({ booking: { state: 'waiting', waitingPosition: 1 } });
  });

  test('with a place in another session at that time is told so, before a ticket is sold', async () => {
    const [anna, startsAt] = [await studio.person(), hoursFromNow(48).round('minute')];
    const [here, there] = [await studio.session({ startsAt }), await studio.session({ startsAt })];
    const next = await studio.session({ startsAt: startsAt.add({ hours: 1 }) });
    await anna.book(there.id);
    expect(await stand(anna.id, here.id)).toMatchObject({ booking: null, refusal: 'overlapping_booking' });
    for (const { id } of [there, next]) expect(await stand(anna.id, id)).toMatchObject({ refusal: null });
    await studio.db.updateTable('studio').set({ overlappingBookingsAllowed: true }).execute();
    expect(await stand(anna.id, here.id)).toMatchObject({ refusal: null });
    await studio.db.updateTable('studio').set({ overlappingBookingsAllowed: false }).execute();
  });

  test('is for staff, and unknown where there is no such person or session', async () => {
    const [anna, session] = [await studio.person(), await studio.session()];
    expect((await anna.get(`/admin/sessions/${session.id}/people/${anna.id}`)).statusCode).toBe(403);
    for (const [sessionId, userId] of [
      [session.id, crypto.randomUUID()],
      [crypto.randomUUID(), anna.id],
    ] as const) {
      expect(await stand(userId, sessionId)).toMatchObject({ code: 'not_found' });
    }
  });
});

describe('canceling for a member', () => {
  test('is free after the cutoff, and audited once with the reason', async () => {
    const [anna, session] = [await studio.person(), await studio.session()];
    const { id } = await anna.book(session.id);
    await studio.shift(session.id, hoursFromNow(0.5));
    const response = await desk.post(`/admin/bookings/${id}/cancel`, { reason: 'Anna called: her train is late' });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ canceledReason: 'staff', late: false, entryReturned: true });
    expect(await studio.entriesOf(anna)).toBe(5);
    expect(await auditOf(id)).toMatchObject([
      {
        actorId: desk.id,
        action: 'booking.cancel',
        before: { state: 'active' },
        after: { state: 'canceled', canceledReason: 'staff' },
        reason: 'Anna called: her train is late',
        requestId: response.headers['x-request-id'],
        address: '127.0.0.1',
      },
    ]);
  });

  test('tells the member, also one who only waited', async () => {
    const [anna, ben, session] = [await studio.person(), await studio.person(), await studio.session({ capacity: 1 })];
    const [place, inLine] = [await anna.book(session.id), await ben.book(session.id)];
    expect((await desk.post(`/admin/bookings/${inLine.id}/cancel`)).statusCode).toBe(200);
    expect((await desk.post(`/admin/bookings/${place.id}/cancel`)).statusCode).toBe(200);
    const told = (await queuedJobs(studio.db, bookingEventsJob)).flatMap(({ events }) => events);
    expect(told).toContainEqual({ kind: 'removed_from_waiting_list', bookingId: inLine.id });
    expect(told).toContainEqual({ kind: 'booking_canceled', bookingId: place.id });
    expect(await studio.entriesOf(ben)).toBe(5);
  });

  test('needs no body, and is refused when there is nothing to cancel', async () => {
    const [anna, session] = [await studio.person(), await studio.session()];
    const { id } = await anna.book(session.id);
    expect((await desk.post(`/admin/bookings/${id}/cancel`)).statusCode).toBe(200);
    expect((await desk.post(`/admin/bookings/${id}/cancel`)).json()).toMatchObject({
      status: 409,
      code: 'already_canceled',
    });
    expect((await desk.post(`/admin/bookings/${crypto.randomUUID()}/cancel`)).json()).toMatchObject({
      code: 'not_found',
    });
    expect(await auditOf(id)).toHaveLength(1);
  });

  test('after the start takes back a place that was given by mistake after it', async () => {
    const [anna, started] = [await studio.person(), await studio.session({ startsAt: hoursFromNow(-0.1) })];
    const { id } = (await bookFor(anna.id, started.id)).json();
    const response = await desk.post(`/admin/bookings/${id}/cancel`);
    expect(response.json()).toMatchObject({ canceledReason: 'staff', entryReturned: true });
    expect(await studio.entriesOf(anna)).toBe(5);
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(['booking.create', 'booking.cancel']);
  });

  test('after the start is refused for who had booked before', async () => {
    const [anna, session] = [await studio.person(), await studio.session()];
    const { id } = await anna.book(session.id);
    await studio.shift(session.id, hoursFromNow(-0.1));
    await studio.db
      .updateTable('bookings')
      .set({ bookedAt: hoursFromNow(-24) })
      .where('id', '=', id)
      .execute();
    expect((await desk.post(`/admin/bookings/${id}/cancel`)).json()).toMatchObject({
      status: 409,
      code: 'session_started',
    });
  });
});

describe('the roster', () => {
  test('has who has a place in the order of booking, then who waits in the order of the queue', async () => {
    const [anna, ben, eva, zoe, mia] = [
      await studio.person(),
      await studio.person(),
      await studio.person(),
      await studio.person(),
      await studio.person(),
    ];
    const session = await studio.session({ capacity: 2 });
    for (const person of [anna, ben, eva, zoe, mia]) await person.book(session.id);
    const { id } = (await ben.get('/bookings')).json().items[0];
    await ben.post(`/bookings/${id}/cancel`);

    const response = await desk.get(`/admin/sessions/${session.id}/roster`);
    expect(response.statusCode).toBe(200);
    const { items } = response.json();
    const line = (person: Person, state: string, waitingPosition: number | null) => ({
      user: { id: person.id },
      state,
      waitingPosition,
    });
    expect(items).toMatchObject([
      line(anna, 'active', null),
      line(eva, 'active', null),
      line(zoe, 'waiting', 1),
      line(mia, 'waiting', 2),
    ]);
    expect(items[0]).toEqual({
      bookingId: expect.any(String),
      user: { id: anna.id, name: 'Anna', email: null },
      state: 'active',
      waitingPosition: null,
      bookedAt: expect.any(String),
      checkedInAt: null,
      noShowAt: null,
      firstVisit: true,
      ticket: {
        id: expect.any(String),
        name: '5 entries',
        entriesLeft: 4,
        lastEntry: false,
        validUntil: expect.any(String),
        expiresSoon: false,
      },
    });
  });

  test('shows addresses to admins only', async () => {
    const [anna, boss, session] = [await studio.person(), await studio.person('admin', 0), await studio.session()];
    await anna.book(session.id);
    const emailSeenBy = async (person: Person) =>
      (await person.get(`/admin/sessions/${session.id}/roster`)).json().items[0].user.email;
    expect(await emailSeenBy(desk)).toBeNull();
    expect(await emailSeenBy(boss)).toContain('@example.org');
  });

  test('says whose first visit it is: no place in an earlier session, or they did not come to it', async () => {
    const [anna, ben, eva] = [await studio.person(), await studio.person(), await studio.person()];
    const [earlier, later] = [await studio.session(), await studio.session({ startsAt: hoursFromNow(72) })];
    for (const person of [anna, ben]) await person.book(earlier.id);
    for (const person of [anna, ben, eva]) await person.book(later.id);
    await studio.shift(earlier.id, hoursFromNow(-48));
    await studio.db
      .updateTable('bookings')
      .set({ noShowAt: hoursFromNow(-46) })
      .where('sessionId', '=', earlier.id)
      .where('userId', '=', ben.id)
      .execute();
    const { items } = (await desk.get(`/admin/sessions/${later.id}/roster`)).json();
    expect(items.map((item: { firstVisit: boolean }) => item.firstVisit)).toEqual([false, true, true]);
  });

  test('says whose ticket has no entry left or ends soon', async () => {
    const [anna, ben, eva] = [
      await studio.person('member', 1),
      await studio.person('member', 0),
      await studio.person('member', null),
    ];
    await studio.ticket(ben.id, 3, { validUntil: hoursFromNow(24 * 6) });
    const session = await studio.session();
    for (const person of [anna, ben, eva]) await person.book(session.id);
    const { items } = (await desk.get(`/admin/sessions/${session.id}/roster`)).json();
    expect(items).toMatchObject([
      { ticket: { entriesLeft: 0, lastEntry: true, expiresSoon: false } },
      { ticket: { entriesLeft: 2, lastEntry: false, expiresSoon: true } },
      { ticket: { entriesLeft: null, lastEntry: false, expiresSoon: false } },
    ]);
  });

  test('counts what a waiter still has: the last entry is one that is left, and none cannot move up', async () => {
    const [anna, ben, eva] = [
      await studio.person(),
      await studio.person('member', 1),
      await studio.person('member', 1),
    ];
    const [session, elsewhere] = [
      await studio.session({ capacity: 1 }),
      await studio.session({ startsAt: hoursFromNow(72) }),
    ];
    for (const person of [anna, ben, eva]) await person.book(session.id);
    await eva.book(elsewhere.id);
    const { items } = (await desk.get(`/admin/sessions/${session.id}/roster`)).json();
    expect(items).toMatchObject([
      { state: 'active', ticket: { entriesLeft: 4, lastEntry: false } },
      { state: 'waiting', ticket: { entriesLeft: 1, lastEntry: true } },
      { state: 'waiting', ticket: { entriesLeft: 0, lastEntry: false } },
    ]);
  });

  test('says when its waiting list closes; from then on staff gives a free place to who waits', async () => {
    const [anna, ben, session] = [await studio.person(), await studio.person(), await studio.session({ capacity: 1 })];
    const [place, wait] = [await anna.book(session.id), await ben.book(session.id)];
    await studio.shift(session.id, hoursFromNow(1));
    expect((await desk.post(`/admin/bookings/${place.id}/cancel`)).statusCode).toBe(200);
    const roster = (await desk.get(`/admin/sessions/${session.id}/roster`)).json();
    const { startsAt, waitlistClosesAt } = roster.session;
    expect(Temporal.Instant.from(startsAt).since(waitlistClosesAt).total('minutes')).toBe(120);
    expect(roster.items).toMatchObject([{ bookingId: wait.id, state: 'waiting' }]);
    expect((await bookFor(ben.id, session.id)).json()).toMatchObject({ id: wait.id, state: 'active' });
  });

  test('of an empty session is empty, of an unknown one does not exist', async () => {
    const session = await studio.session();
    expect((await desk.get(`/admin/sessions/${session.id}/roster`)).json()).toMatchObject({
      session: { id: session.id, activeCount: 0, checkedInCount: 0 },
      items: [],
    });
    expect((await desk.get(`/admin/sessions/${crypto.randomUUID()}/roster`)).statusCode).toBe(404);
  });
});

test('a member may do nothing of it, and a demoted colleague nothing any more', async () => {
  const [anna, session] = [await studio.person(), await studio.session()];
  const { id } = await anna.book(session.id);
  const former = await studio.person('staff', 0);
  await studio.db.updateTable('users').set({ role: 'member' }).where('id', '=', former.id).execute();
  for (const person of [anna, former]) {
    for (const response of [
      await person.get(`/admin/sessions/${session.id}/roster`),
      await person.post(`/admin/sessions/${session.id}/bookings`, { userId: anna.id }),
      await person.post(`/admin/bookings/${id}/cancel`),
    ]) {
      expect([response.statusCode, response.json().code]).toEqual([403, 'forbidden']);
    }
  }
});
