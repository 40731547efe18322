import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';

let studio: StudioApi;
beforeAll(async () => {
  studio = await startStudioApi();
});
afterAll(async () => {
  expect(await auditInvariants(studio.db)).toEqual([]);
  await studio.close();
});

/** Anna with a seat in a session that starts in so many hours. */
async function annaHasSeat({
  startsIn = 48,
  ...row
}: Parameters<StudioApi['session']>[0] & { startsIn?: number } = {}) {
  const [anna, session] = [await studio.person(), await studio.session(row)];
  const booking = await anna.book(session.id);
  if (startsIn !== 48) await studio.shift(session.id, hoursFromNow(startsIn));
  return { anna, session, booking, path: `/bookings/${booking.id}` };
}

describe('the preview is what canceling then does', () => {
  test('in time: free, the entry returned', async () => {
    const { anna, path, session } = await annaHasSeat();
    const deadline = session.startsAt.subtract({ hours: 2 }).toString();
    const preview = await anna.get(`${path}/cancellation`);
    expect(preview.json()).toEqual({ allowed: true, late: false, entryReturned: true, deadline, refusal: null });
    const canceled = await anna.post(`${path}/cancel`);
    expect(canceled.statusCode).toBe(200);
    expect(canceled.json()).toMatchObject({
      state: 'canceled',
      canceledReason: 'member',
      late: false,
      entryReturned: true,
      cancelFreeUntil: null,
    });
    expect(await studio.entriesOf(anna)).toBe(5);
  });

  test('late: allowed with the loss accepted only', async () => {
    const { anna, path } = await annaHasSeat({ startsIn: 1 });
    const preview = await anna.get(`${path}/cancellation`);
    expect(preview.json()).toMatchObject({ allowed: true, late: true, entryReturned: false });
    const refused = await anna.post(`${path}/cancel`);
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'cancellation_cutoff_passed', deadline: preview.json().deadline });
    const canceled = await anna.post(`${path}/cancel`, { forfeit: true });
    expect(canceled.json()).toMatchObject({ canceledReason: 'late', late: true, entryReturned: false });
    expect(await studio.entriesOf(anna)).toBe(4);
  });

  test('late while somebody waits and the list still moves: the entry comes back', async () => {
    const { anna, path, session } = await annaHasSeat({ capacity: 1, cancellationCutoffMinutes: 60 * 72 });
    const ben = await studio.person();
    await ben.book(session.id);
    await studio.db.updateTable('bookings').set({ graceUntil: null }).where('userId', '=', anna.id).execute();
    const preview = await anna.get(`${path}/cancellation`);
    expect(preview.json()).toMatchObject({ allowed: true, late: true, entryReturned: true });
    const canceled = await anna.post(`${path}/cancel`, { forfeit: true });
    expect(canceled.json()).toMatchObject({ late: true, entryReturned: true });
    expect([await studio.entriesOf(anna), await studio.entriesOf(ben)]).toEqual([5, 4]);
  });

  test('inside the grace of a booking made late: free', async () => {
    const [anna, session] = [await studio.person(), await studio.session({ startsAt: hoursFromNow(1) })];
    const { id } = await anna.book(session.id);
    const preview = await anna.get(`/bookings/${id}/cancellation`);
    expect(preview.json()).toMatchObject({ allowed: true, late: false, entryReturned: true });
    expect((await anna.post(`/bookings/${id}/cancel`)).json()).toMatchObject({ late: false, entryReturned: true });
  });

  test('in the queue: nothing to lose and nothing to return', async () => {
    const { session } = await annaHasSeat({ capacity: 1 });
    const ben = await studio.person();
    const { id } = await ben.book(session.id);
    const preview = await ben.get(`/bookings/${id}/cancellation`);
    expect(preview.json()).toEqual({ allowed: true, late: false, entryReturned: false, deadline: null, refusal: null });
    expect((await ben.post(`/bookings/${id}/cancel`, {})).json()).toMatchObject({ late: false, entryReturned: false });
  });

  test.each([
    ['after the start', { startsIn: -0.1 }, 'session_started'],
    ['when it is over', { startsIn: -30 }, 'session_started'],
  ])('%s: not at all', async (_, given, refusal) => {
    const { anna, path } = await annaHasSeat(given);
    const preview = await anna.get(`${path}/cancellation`);
    expect(preview.json()).toEqual({ allowed: false, late: false, entryReturned: false, deadline: null, refusal });
    const response = await anna.post(`${path}/cancel`, { forfeit: true });
    expect([response.statusCode, response.json().code]).toEqual([409, refusal]);
  });

  test('twice: already canceled', async () => {
    const { anna, path } = await annaHasSeat();
    await anna.post(`${path}/cancel`);
    expect((await anna.get(`${path}/cancellation`)).json()).toMatchObject({
      allowed: false,
      refusal: 'already_canceled',
    });
    const response = await anna.post(`${path}/cancel`);
    expect([response.statusCode, response.json().code]).toEqual([409, 'already_canceled']);
    expect(await studio.entriesOf(anna)).toBe(5);
  });

  test('and a preview changes nothing, however often it is asked for', async () => {
    const { anna, path, session } = await annaHasSeat({ capacity: 1 });
    const ben = await studio.person();
    await ben.book(session.id);
    await Promise.all(Array.from({ length: 5 }, () => anna.get(`${path}/cancellation`)));
    expect((await anna.get(path)).json()).toMatchObject({ state: 'active' });
    expect((await ben.get('/bookings')).json().items).toMatchObject([{ state: 'waiting', waitingPosition: 1 }]);
    expect([await studio.entriesOf(anna), await studio.entriesOf(ben)]).toEqual([4, 5]);
  });
});

describe('ten taps on cancel', () => {
  test('cancel once and return one entry', async () => {
    const { anna, path } = await annaHasSeat();
    const responses = await Promise.all(Array.from({ length: 10 }, () => anna.post(`${path}/cancel`)));
    expect(responses.filter((response) => response.statusCode === 200)).toHaveLength(1);
    expect(responses.filter((response) => response.json().code === 'already_canceled')).toHaveLength(9);
    expect(await studio.entriesOf(anna)).toBe(5);
  });
});

describe("somebody else's booking", () => {
  test.each<[string, (person: Person, path: string) => ReturnType<Person['get']>]>([
    ['to read', (person, path) => person.get(path)],
    ['to preview', (person, path) => person.get(`${path}/cancellation`)],
    ['to cancel', (person, path) => person.post(`${path}/cancel`)],
    ['to see in the queue', (person, path) => person.get(`${path}/queue`)],
  ])('does not exist %s, like one that never did', async (_, request) => {
    const { path } = await annaHasSeat();
    const ben = await studio.person();
    for (const target of [path, `/bookings/${crypto.randomUUID()}`]) {
      const response = await request(ben, target);
      expect([response.statusCode, response.json().code]).toEqual([404, 'not_found']);
    }
    expect((await request(ben, '/bookings/flow')).statusCode).toBe(400);
  });
});

test('every route of a member asks who is there', async () => {
  const { path } = await annaHasSeat();
  for (const [method, url] of [
    ['GET', '/bookings'],
    ['GET', path],
    ['GET', `${path}/cancellation`],
    ['GET', `${path}/queue`],
    ['POST', `${path}/cancel`],
  ] as const) {
    expect((await studio.call(method, url)).json().code).toBe('unauthenticated');
  }
});
