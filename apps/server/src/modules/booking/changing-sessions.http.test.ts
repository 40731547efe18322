import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { bookingEventsJob } from './booking-events-job.ts';

let studio: StudioApi;
let admin: Person;
beforeAll(async () => {
  studio = await startStudioApi();
  admin = await studio.person('admin', 0);
});
afterAll(async () => {
  expect(await auditInvariants(studio.db)).toEqual([]);
  await studio.close();
});

/** A session whose seats are all taken, and people who wait. */
async function fullSession(seats: number, waiting: number) {
  const session = await studio.session({ capacity: seats, startsAt: hoursFromNow(48).round('minute') });
  const people: Person[] = [];
  const bookings: string[] = [];
  for (let i = 0; i < seats + waiting; i += 1) {
    const person = await studio.person();
    people.push(person);
    bookings.push((await person.book(session.id)).id);
  }
  return { session, people, bookings, path: `/admin/sessions/${session.id}` };
}

const stateOf = async (person: Person, booking = '') => (await person.get(`/bookings/${booking}`)).json().state;
const auditOf = (entityId: string) =>
  studio.db.selectFrom('auditLog').selectAll().where('entityId', '=', entityId).orderBy('id').execute();
const toldOf = async (bookingIds: readonly string[]) => {
  const events = (await queuedJobs(studio.db, bookingEventsJob)).flatMap((job) => job.events);
  return events.filter((event) => event.bookingId && bookingIds.includes(event.bookingId)).map((event) => event.kind);
};

describe('capacity', () => {
  test('up promotes who waits, and the answer shows it', async () => {
    const { people, bookings, path } = await fullSession(1, 2);
    const response = await admin.patch(path, { capacity: 2 });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ capacity: 2, activeCount: 2, waitingCount: 1, overCapacity: false });
    const states = await Promise.all(people.map((person, i) => stateOf(person, bookings[i])));
    expect(states).toEqual(['active', 'active', 'waiting']);
    expect(await studio.entriesOf(people[1] as Person)).toBe(4);
  });

  test('below what is booked: capacity_below_active with the number, and nothing changes', async () => {
    const { path, session } = await fullSession(3, 0);
    const response = await admin.patch(path, { capacity: 2, instructorId: await studio.instructor() });
    expect(response.statusCode).toBe(409);
    expect(response.json()).toMatchObject({ code: 'capacity_below_active', activeCount: 3, capacity: 2 });
    const view = (await admin.get(path)).json();
    expect(view).toMatchObject({ capacity: 3, instructor: { id: session.instructorId } });
    expect(await auditOf(session.id)).toEqual([]);
  });

  test('below what is booked when accepted: nobody is bumped, nobody gets a seat until it has drained', async () => {
    const { people, bookings, path, session } = await fullSession(3, 1);
    const response = await admin.patch(path, { capacity: 2, allowOverCapacity: true });
    expect(response.json()).toMatchObject({ capacity: 2, activeCount: 3, overCapacity: true });
    const newcomer = await studio.person();
    expect(await newcomer.book(session.id)).toMatchObject({ state: 'waiting', waitingPosition: 2 });
    await people[0]?.post(`/bookings/${bookings[0]}/cancel`);
    expect((await admin.get(path)).json()).toMatchObject({ activeCount: 2, waitingCount: 2, overCapacity: false });
    await people[1]?.post(`/bookings/${bookings[1]}/cancel`);
    expect(await stateOf(people[3] as Person, bookings[3])).toBe('active');
  });
});

describe('a move', () => {
  test('by more than 15 minutes: everybody is told, and canceling is free until the start', async () => {
    const { people, bookings, path, session } = await fullSession(1, 1);
    const startsAt = session.startsAt.add({ minutes: 30 });
    const endsAt = session.endsAt.add({ minutes: 30 });
    const response = await admin.patch(path, { startsAt: startsAt.toString(), endsAt: endsAt.toString() });
    expect(response.statusCode).toBe(200);
    expect(response.json().movedAt).not.toBeNull();
    const [anna] = people as [Person];
    const view = (await anna.get(`/bookings/${bookings[0]}`)).json();
    expect(Temporal.Instant.from(view.session.startsAt)).toEqual(Temporal.Instant.from(response.json().startsAt));
    expect(Temporal.Instant.from(view.cancelFreeUntil)).toEqual(Temporal.Instant.from(view.session.startsAt));
    expect(await toldOf(bookings)).toEqual(['booking_confirmed', 'booking_waiting', 'session_moved', 'session_moved']);

    await studio.shift(session.id, hoursFromNow(0.1));
    expect((await anna.post(`/bookings/${bookings[0]}/cancel`)).json()).toMatchObject({
      late: false,
      entryReturned: true,
    });
  });

  test('by 15 minutes: nobody is told, and the cutoff stays', async () => {
    const { people, bookings, path, session } = await fullSession(1, 0);
    const startsAt = session.startsAt.add({ minutes: 15 });
    const response = await admin.patch(path, { startsAt: startsAt.toString() });
    expect(response.json().movedAt).toBeNull();
    const view = (await people[0]?.get(`/bookings/${bookings[0]}`))?.json();
    expect(Temporal.Instant.from(view.cancelFreeUntil)).toEqual(startsAt.subtract({ hours: 2 }));
    expect(await toldOf(bookings)).toEqual(['booking_confirmed']);
  });

  test('to another location: told, free, and shown in the time of that place', async () => {
    const { people, bookings, path } = await fullSession(1, 0);
    const locationId = await studio.location({ name: 'Harbour', timeZone: 'America/New_York' });
    expect((await admin.patch(path, { locationId })).json()).toMatchObject({
      location: { id: locationId },
      timeZone: 'America/New_York',
    });
    const view = (await people[0]?.get(`/bookings/${bookings[0]}`))?.json();
    expect(view.session).toMatchObject({ timeZone: 'America/New_York', location: { name: 'Harbour' } });
    expect(view.cancelFreeUntil).toBe(view.session.startsAt);
    expect(await toldOf(bookings)).toContain('session_moved');
  });

  test.each<[string, (start: Temporal.Instant) => object, string]>([
    ['into the past', () => ({ startsAt: hoursFromNow(-1).toString() }), 'startsAt'],
    ['behind its end', (start) => ({ startsAt: start.add({ hours: 2 }).toString() }), 'endsAt'],
    ['with an end before the start', (start) => ({ endsAt: start.subtract({ hours: 1 }).toString() }), 'endsAt'],
    ['to a place that does not exist', () => ({ locationId: crypto.randomUUID() }), 'locationId'],
    ['to an instructor who does not exist', () => ({ instructorId: crypto.randomUUID() }), 'instructorId'],
    ['to no time', () => ({ startsAt: 'tomorrow' }), 'startsAt'],
    ['without a seat', () => ({ capacity: 0 }), 'capacity'],
    ['with fields that are not to be set', () => ({ activeCount: 0 }), 'activeCount'],
  ])('%s is refused, naming the field', async (_, change, field) => {
    const session = await studio.session();
    const response = await admin.patch(`/admin/sessions/${session.id}`, change(session.startsAt));
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: 'validation_failed', errors: [{ field }] });
    expect(await auditOf(session.id)).toEqual([]);
  });

  test('of a session that has started is refused', async () => {
    const session = await studio.session({ startsAt: hoursFromNow(-0.1) });
    const response = await admin.patch(`/admin/sessions/${session.id}`, {
      startsAt: hoursFromNow(5).toString(),
      endsAt: hoursFromNow(6).toString(),
    });
    expect([response.statusCode, response.json().code]).toEqual([409, 'session_started']);
  });
});

test('a change is audited once: who, from where, in which request, what it was and what it is', async () => {
  const session = await studio.session({ capacity: 5 });
  const response = await admin.patch(`/admin/sessions/${session.id}`, { capacity: 8, reason: 'bigger room' });
  expect(await auditOf(session.id)).toMatchObject([
    {
      actorId: admin.id,
      actorRole: 'admin',
      action: 'session.change',
      entity: 'session',
      before: { capacity: 5 },
      after: { capacity: 8 },
      reason: 'bigger room',
      requestId: response.headers['x-request-id'],
      address: '127.0.0.1',
    },
  ]);
});

describe('canceling a session', () => {
  test('ends every booking, returns every entry, tells everyone, and is audited once', async () => {
    const { people, bookings, path, session } = await fullSession(2, 1);
    const response = await admin.post(`${path}/cancel`, { reason: 'Mira is ill' });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({
      state: 'canceled',
      canceledReason: 'Mira is ill',
      activeCount: 0,
      waitingCount: 0,
    });
    for (const [i, person] of people.entries()) {
      expect((await person.get(`/bookings/${bookings[i]}`)).json()).toMatchObject({
        state: 'canceled',
        canceledReason: 'session_canceled',
      });
      expect(await studio.entriesOf(person)).toBe(5);
    }
    expect((await toldOf(bookings)).filter((kind) => kind === 'session_canceled')).toHaveLength(3);
    expect(await auditOf(session.id)).toMatchObject([
      {
        actorId: admin.id,
        action: 'session.cancel',
        before: { state: 'scheduled', activeCount: 2, waitingCount: 1 },
        reason: 'Mira is ill',
        address: '127.0.0.1',
      },
    ]);
  });

  test('twice, or changing it afterwards, is refused', async () => {
    const { path } = await fullSession(1, 0);
    expect((await admin.post(`${path}/cancel`)).statusCode).toBe(200);
    expect((await admin.post(`${path}/cancel`)).json()).toMatchObject({ status: 409, code: 'already_canceled' });
    expect((await admin.patch(path, { capacity: 9 })).json()).toMatchObject({ status: 409, code: 'session_canceled' });
  });
});

describe('a session that is over', () => {
  test('is not canceled: attendance and spent entries stay, nobody is told', async () => {
    const { session, people, bookings, path } = await fullSession(1, 0);
    await studio.shift(session.id, hoursFromNow(-3));
    for (const body of [{}, { dryRun: true }]) {
      expect((await admin.post(`${path}/cancel`, body)).json()).toMatchObject({ status: 409, code: 'session_ended' });
    }
    expect(await stateOf(people[0] as Person, bookings[0])).toBe('active');
    expect(await studio.entriesOf(people[0] as Person)).toBe(4);
    expect(await auditOf(session.id)).toEqual([]);
  });

  test('can be given the instructor who taught it, which nobody is told', async () => {
    const { session, bookings, path } = await fullSession(1, 0);
    await studio.shift(session.id, hoursFromNow(-3));
    const instructorId = await studio.instructor();
    expect((await admin.patch(path, { instructorId })).json()).toMatchObject({ instructor: { id: instructorId } });
    expect(await toldOf(bookings)).toEqual(['booking_confirmed']);
    expect(await auditOf(session.id)).toMatchObject([{ action: 'session.change' }]);
  });
});

describe('deleting a session', () => {
  test.each([
    [1, 0],
    [1, 1],
  ])('with %i booked and %i waiting is refused', async (seats, waiting) => {
    const { path, people, bookings, session } = await fullSession(seats, waiting);
    const response = await admin.delete(path);
    expect([response.statusCode, response.json().code]).toEqual([409, 'still_in_use']);
    expect(await stateOf(people[0] as Person, bookings[0])).toBe('active');
    expect(await auditOf(session.id)).toEqual([]);
  });

  test('returns the entry of a late cancellation, and with it its member moves up elsewhere', async () => {
    const session = await studio.session();
    const other = await studio.session({ capacity: 1, startsAt: hoursFromNow(72) });
    const [anna, zoe] = [await studio.person('member', 1), await studio.person()];
    const place = await zoe.book(other.id);
    const { id: wait } = await anna.book(other.id);
    const { id } = await anna.book(session.id);
    await zoe.post(`/bookings/${place.id}/cancel`, {});
    await studio.shift(session.id, hoursFromNow(1));
    const canceled = (await anna.post(`/bookings/${id}/cancel`, { forfeit: true })).json();
    expect(canceled).toMatchObject({ late: true, entryReturned: false });
    expect(await stateOf(anna, wait)).toBe('waiting');

    const path = `/admin/sessions/${session.id}`;
    const { consequences } = (await admin.delete(`${path}?dryRun=true`)).json();
    expect(consequences).toMatchObject({ entriesReturned: 1, people: [{ userId: anna.id, effect: 'promoted' }] });
    expect((await admin.delete(path)).statusCode).toBe(204);
    expect(await stateOf(anna, wait)).toBe('active');
    expect(await studio.entriesOf(anna)).toBe(0);
  });

  test('without bookings takes it off the schedule and is audited once', async () => {
    const session = await studio.session();
    const path = `/admin/sessions/${session.id}`;
    expect((await admin.delete(path)).statusCode).toBe(204);
    expect((await studio.call('GET', `/sessions/${session.id}`)).statusCode).toBe(404);
    expect(await auditOf(session.id)).toMatchObject([{ actorId: admin.id, action: 'session.delete' }]);
    expect((await admin.delete(path)).json()).toMatchObject({ status: 404, code: 'not_found' });
  });
});

test('what does not exist cannot be changed', async () => {
  const path = `/admin/sessions/${crypto.randomUUID()}`;
  for (const response of [
    await admin.patch(path, { capacity: 9 }),
    await admin.post(`${path}/cancel`),
    await admin.delete(path),
  ]) {
    expect([response.statusCode, response.json().code]).toEqual([404, 'not_found']);
  }
});

test.each(['member', 'staff'] as const)('none of it is for %s', async (role) => {
  const [person, session] = [await studio.person(role), await studio.session()];
  const path = `/admin/sessions/${session.id}`;
  for (const response of [
    await person.patch(path, { capacity: 9 }),
    await person.post(`${path}/cancel`),
    await person.delete(path),
  ]) {
    expect([response.statusCode, response.json().code]).toEqual([403, 'forbidden']);
  }
});
