import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { zoneAtNoon } from '../../../test-support/zone-at-noon.ts';
import { markNoShows } from './no-show.ts';

let studio: StudioApi;
let desk: Person;
let locationId: string;
beforeAll(async () => {
  studio = await startStudioApi();
  desk = await studio.person('staff', 0);
  locationId = await studio.location({ timeZone: zoneAtNoon() });
});
afterAll(async () => {
  expect(await auditInvariants(studio.db)).toEqual([]);
  await studio.close();
});

const today = (hours = 0.5, row = {}) => studio.session({ locationId, startsAt: hoursFromNow(hours), ...row });
const checkIn = (bookingId: string, person = desk) => person.post(`/admin/bookings/${bookingId}/check-in`);
const undo = (bookingId: string) => desk.delete(`/admin/bookings/${bookingId}/check-in`);
const show = (code: string, sessionId?: string) =>
  desk.post('/admin/check-in', { code, ...(sessionId && { sessionId }) });
const codeOf = async (person: Person): Promise<string> => (await person.get('/me/check-in-code')).json().code;
const auditOf = (entityId: string) =>
  studio.db.selectFrom('auditLog').selectAll().where('entityId', '=', entityId).orderBy('id').execute();
const rowOf = (id: string) =>
  studio.db.selectFrom('bookings').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** A member with a place in a session of today. */
async function expected(hours = 0.5) {
  const [anna, session] = [await studio.person(), await today(1, { capacity: 1 })];
  const { id } = await anna.book(session.id);
  await studio.shift(session.id, hoursFromNow(hours));
  return { anna, session, id };
}

describe('a tap on the roster', () => {
  test('checks the member in, and tells who did it from where', async () => {
    const { anna, session, id } = await expected();
    const response = await checkIn(id);
    expect(response.statusCode).toBe(200);
    const answer = response.json();
    expect(answer).toMatchObject({
      bookingId: id,
      user: { id: anna.id, name: 'Anna', email: null },
      checkedInAt: expect.any(String),
      noShowAt: null,
      alreadyCheckedIn: false,
      session: { id: session.id, activeCount: 1, checkedInCount: 1 },
    });
    expect(await rowOf(id)).toMatchObject({ state: 'active', checkedInBy: desk.id });
    expect(await auditOf(id)).toMatchObject([
      {
        actorId: desk.id,
        actorRole: 'staff',
        action: 'booking.check_in',
        entity: 'booking',
        before: { checkedInAt: null },
        after: { checkedInAt: answer.checkedInAt },
        requestId: response.headers['x-request-id'],
        address: '127.0.0.1',
      },
    ]);
    expect((await anna.get(`/bookings/${id}`)).json().checkedInAt).toBe(answer.checkedInAt);
  });

  test('again does nothing, and says so', async () => {
    const { id } = await expected();
    const { checkedInAt } = (await checkIn(id)).json();
    const again = (await checkIn(id, await studio.person('admin', 0))).json();
    expect(again).toMatchObject({ checkedInAt, alreadyCheckedIn: true });
    expect(await rowOf(id)).toMatchObject({ checkedInBy: desk.id });
    expect(await auditOf(id)).toHaveLength(1);
  });

  test('can be taken back, and that again does nothing', async () => {
    const { id, session } = await expected();
    await checkIn(id);
    const response = await undo(id);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ checkedInAt: null, session: { id: session.id, checkedInCount: 0 } });
    expect((await undo(id)).statusCode).toBe(200);
    expect(await rowOf(id)).toMatchObject({ checkedInAt: null, checkedInBy: null });
    expect(await auditOf(id)).toMatchObject([{ action: 'booking.check_in' }, { action: 'booking.undo_check_in' }]);
    expect((await checkIn(id)).json()).toMatchObject({ alreadyCheckedIn: false });
  });

  test('is refused for who waits and who canceled', async () => {
    const { anna, session, id } = await expected();
    const ben = await studio.person();
    await studio.shift(session.id, hoursFromNow(3));
    const waiting = await ben.book(session.id);
    expect((await checkIn(waiting.id)).json()).toMatchObject({
      status: 409,
      code: 'booking_not_active',
      bookingState: 'waiting',
    });
    await anna.post(`/bookings/${id}/cancel`);
    expect((await checkIn(id)).json()).toMatchObject({ code: 'booking_not_active', bookingState: 'canceled' });
    expect((await undo(id)).json()).toMatchObject({ code: 'booking_not_active' });
    expect((await checkIn(crypto.randomUUID())).json()).toMatchObject({ status: 404, code: 'not_found' });
    expect((await auditOf(id)).filter(({ action }) => action.endsWith('check_in'))).toEqual([]);
  });

  test('is for the day of the session', async () => {
    const { id, session } = await expected();
    await studio.shift(session.id, hoursFromNow(24));
    const early = (await checkIn(id)).json();
    expect(early).toMatchObject({ status: 409, code: 'check_in_not_open', opensAt: expect.any(String) });
    await studio.shift(session.id, hoursFromNow(-24));
    expect((await checkIn(id)).json()).toMatchObject({ status: 409, code: 'check_in_closed' });
  });

  test('goes when the member cancels after all', async () => {
    const { anna, id } = await expected(3);
    await checkIn(id);
    expect((await anna.post(`/bookings/${id}/cancel`)).statusCode).toBe(200);
    expect(await rowOf(id)).toMatchObject({ state: 'canceled', checkedInAt: null, checkedInBy: null });
  });

  test('is not for members', async () => {
    const { anna, id } = await expected();
    expect((await checkIn(id, anna)).statusCode).toBe(403);
    expect((await anna.post('/admin/check-in', { code: await codeOf(anna) })).statusCode).toBe(403);
    expect((await studio.call('POST', `/admin/bookings/${id}/check-in`)).statusCode).toBe(401);
  });
});

describe('and who did not come', () => {
  /** Two places in a session that ended 40 minutes ago; one came, the other was marked. */
  async function marked() {
    const session = await today(1);
    const [anna, ben] = [await studio.person(), await studio.person()];
    const [late, other] = [await anna.book(session.id), await ben.book(session.id)];
    await studio.shift(session.id, hoursFromNow(-100 / 60));
    await checkIn(other.id);
    await markNoShows(studio.db, Temporal.Now.instant());
    expect(await rowOf(late.id)).toMatchObject({ noShowAt: expect.anything() });
    return late.id;
  }

  test('is no longer missing once checked in late', async () => {
    const id = await marked();
    const { noShowAt } = await rowOf(id);
    expect((await checkIn(id)).json()).toMatchObject({ noShowAt: null, alreadyCheckedIn: false });
    expect(await auditOf(id)).toMatchObject([{ before: { checkedInAt: null, noShowAt: `${noShowAt}` } }]);
    await markNoShows(studio.db, Temporal.Now.instant());
    expect(await rowOf(id)).toMatchObject({ noShowAt: null });
  });

  test('is missing again only when the job says so after an undo', async () => {
    const id = await marked();
    await checkIn(id);
    expect((await undo(id)).json()).toMatchObject({ checkedInAt: null, noShowAt: null });
    await markNoShows(studio.db, Temporal.Now.instant());
    expect(await rowOf(id)).toMatchObject({ checkedInAt: null, noShowAt: expect.anything() });
  });
});

describe('a code', () => {
  test('lets its member in where they are expected now, however it is written', async () => {
    const { anna, session, id } = await expected();
    const code = await codeOf(anna);
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    expect((await show(typed)).json()).toMatchObject({
      bookingId: id,
      user: { name: 'Anna' },
      session: { id: session.id, class: { name: 'Vinyasa Flow' } },
      alreadyCheckedIn: false,
    });
    const again = await show(code);
    expect([again.statusCode, again.json()]).toMatchObject([200, { bookingId: id, alreadyCheckedIn: true }]);
    expect(await auditOf(id)).toHaveLength(1);
  });

  test('lets them into the session that is named, even if another one is nearer', async () => {
    const { anna, id } = await expected(0.5);
    const evening = await today(4);
    const later = await anna.book(evening.id);
    expect((await show(await codeOf(anna), evening.id)).json()).toMatchObject({ bookingId: later.id });
    expect((await show(await codeOf(anna))).json()).toMatchObject({ bookingId: id, alreadyCheckedIn: false });
  });

  test('of nobody is unknown, and so is one that was replaced', async () => {
    const { anna } = await expected();
    const code = await codeOf(anna);
    await anna.post('/me/check-in-code');
    for (const unknown of [code, '00000000', 'https://example.org/', '']) {
      expect((await show(unknown)).json()).toMatchObject({ status: 404, code: 'check_in_code_unknown' });
    }
  });

  test('of somebody who is not expected tells who they are', async () => {
    const [anna, tomorrow, now] = [await studio.person(), await today(24), await today()];
    await anna.book(tomorrow.id);
    const code = await codeOf(anna);
    const unexpected = { status: 409, code: 'no_booking_to_check_in', userId: anna.id, name: 'Anna' };
    expect((await show(code)).json()).toMatchObject(unexpected);
    expect((await show(code, now.id)).json()).toMatchObject(unexpected);
    expect((await show(code, tomorrow.id)).json()).toMatchObject({ code: 'check_in_not_open', userId: anna.id });
  });

  test('of somebody who waits says that they wait', async () => {
    const { session } = await expected(3);
    const ben = await studio.person();
    const { id } = await ben.book(session.id);
    expect((await show(await codeOf(ben))).json()).toMatchObject({
      status: 409,
      code: 'booking_not_active',
      bookingState: 'waiting',
      bookingId: id,
      userId: ben.id,
    });
  });
});
