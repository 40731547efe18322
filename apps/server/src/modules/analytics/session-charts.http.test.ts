import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pastSessions } from '../../../test-support/past-sessions.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { keepSessionWaits } from './session-waits.ts';

const HOME = 'Europe/Ljubljana';
const AWAY = 'America/Los_Angeles';

let api: StudioApi;
let admin: Person;
let flow: string;
let yin: string;
let riverside: string;
let venice: string;

beforeAll(async () => {
  api = await startStudioApi();
  admin = await api.person('admin');
  await api.db.updateTable('studio').set({ timeZone: HOME }).execute();
  flow = await api.classType({ name: 'Flow' });
  yin = await api.classType({ name: 'Yin' });
  riverside = await api.location({ name: 'Riverside', timeZone: HOME });
  venice = await api.location({ name: 'Venice', timeZone: AWAY });
  await springSunday();
  await autumnSunday();
});
afterAll(() => api.close());

/** 30 March 2025 has 23 hours in Ljubljana. Six places are held in Riverside on that day, one in Venice. */
async function springSunday() {
  const { at, booking } = pastSessions(api.db);
  const session = (wall: string, row = {}) =>
    at(`2025-03-${wall}[${HOME}]`, { locationId: riverside, classTypeId: flow, capacity: 4, ...row });
  // The neighbours of the day, which its edges must leave out.
  await booking(await session('29T23:30'));
  await booking(await session('31T00:30'));

  const early = await session('30T00:30', { classTypeId: yin });
  await booking(early);
  const morning = await session('30T08:00', { capacity: 3 });
  for (const came of [true, true, false]) {
    const { startsAt } = morning;
    await booking(morning, came ? { checkedInAt: startsAt } : { noShowAt: startsAt.add({ minutes: 90 }) });
  }
  await booking(morning, { canceledReason: 'late' });
  await booking(morning, { canceledReason: 'member' });
  await queueOfTheMorning(morning);
  for (let i = 0; i < 2; i += 1) await booking(await session('30T23:30', { capacity: 2 }));

  const canceled = await session('30T10:00', { state: 'canceled', canceledAt: Temporal.Now.instant() });
  await booking(canceled, { canceledReason: 'session_canceled' });
  await booking(canceled, { canceledReason: 'session_canceled', queueNumber: 1 });
  await session('30T11:00', { deletedAt: Temporal.Now.instant() });

  // Sunday evening in Venice is Monday morning in Ljubljana.
  await booking(await at(`2025-03-30T20:00[${AWAY}]`, { locationId: venice, classTypeId: flow, capacity: 10 }));
}

/** Seven members waited: three were placed in some way. */
async function queueOfTheMorning(morning: Awaited<ReturnType<StudioApi['session']>>) {
  const { booking } = pastSessions(api.db);
  const promotedAt = morning.startsAt.subtract({ hours: 3 });
  await booking(morning, { queueNumber: 1, promotedAt, canceledReason: 'late' });
  await booking(morning, { queueNumber: 2, promotedAt, canceledReason: 'member' });
  await booking(morning, { queueNumber: 3, canceledReason: 'list_closed' });
  await booking(morning, { queueNumber: 4, canceledReason: 'list_closed' });
  const impatient = await booking(morning, { queueNumber: 5, canceledReason: 'member' });
  await booking(morning, { userId: impatient.userId, queueNumber: 6, canceledReason: 'list_closed' });
  await booking(morning, { queueNumber: 7, canceledReason: 'member' });
  // Left the list and took a seat that was free later; it is one of those that came.
  const { userId } = await api.db
    .selectFrom('bookings')
    .select('userId')
    .where('sessionId', '=', morning.id)
    .where('checkedInAt', 'is not', null)
    .executeTakeFirstOrThrow();
  await booking(morning, { userId, queueNumber: 8, canceledReason: 'member' });
}

/** 26 October 2025 has 25 hours: half past two comes twice. */
async function autumnSunday() {
  const { at, booking } = pastSessions(api.db);
  const row = { locationId: riverside, classTypeId: yin, capacity: 5 };
  for (const wall of ['25T23:30', '26T00:30', '26T02:30+02:00', '26T02:30+01:00', '26T23:30', '27T00:30']) {
    await booking(await at(`2025-10-${wall}[${HOME}]`, row));
  }
}

const chart = async (path: string, query = '') => {
  const response = await admin.get(`/admin/analytics/${path}?${query}`);
  expect(response.json()).toMatchObject({ period: { timeZone: HOME } });
  return response.json();
};
const SPRING = 'from=2025-03-30&to=2025-03-30';
const AUTUMN = 'from=2025-10-26&to=2025-10-26';

describe('bookings by weekday', () => {
  test.each([
    [
      'the 23 hours of a spring Sunday, by the calendar of each place',
      SPRING,
      { weekday: 7, sessions: 5, bookings: 7 },
    ],
    ['the 25 hours of an autumn Sunday', AUTUMN, { weekday: 7, sessions: 4, bookings: 4 }],
  ])('%s', async (_, query, sunday) => {
    const { items, total } = await chart('bookings-by-weekday', query);
    expect(items).toHaveLength(7);
    expect(items[6]).toEqual(sunday);
    expect(total).toBe(sunday.bookings);
  });

  test('of one place, of one class', async () => {
    expect((await chart('bookings-by-weekday', `${SPRING}&locationId=${venice}`)).total).toBe(1);
    expect((await chart('bookings-by-weekday', `${SPRING}&classId=${yin}`)).total).toBe(1);
    expect((await chart('bookings-by-weekday', `${SPRING}&classId=${yin}&locationId=${venice}`)).total).toBe(0);
  });

  test('three days have their weekdays', async () => {
    const { items } = await chart('bookings-by-weekday', 'from=2025-03-29&to=2025-03-31');
    expect(items.map(({ bookings }: { bookings: number }) => bookings)).toEqual([1, 0, 0, 0, 0, 1, 7]);
  });
});

test('popular classes: the most booked places first', async () => {
  expect((await chart('popular-classes', SPRING)).items).toEqual([
    { class: { id: flow, name: 'Flow' }, sessions: 4, bookings: 6, share: 0.8571, capacity: 17, fillRate: 0.3529 },
    { class: { id: yin, name: 'Yin' }, sessions: 1, bookings: 1, share: 0.1429, capacity: 4, fillRate: 0.25 },
  ]);
});

describe('utilization', () => {
  test('booked places of the capacity that was held, by the hour at the place', async () => {
    const { items, total } = await chart('utilization', SPRING);
    expect(items).toEqual([
      { weekday: 7, hour: 0, sessions: 1, booked: 1, capacity: 4, fillRate: 0.25 },
      { weekday: 7, hour: 8, sessions: 1, booked: 3, capacity: 3, fillRate: 1 },
      { weekday: 7, hour: 20, sessions: 1, booked: 1, capacity: 10, fillRate: 0.1 },
      { weekday: 7, hour: 23, sessions: 2, booked: 2, capacity: 4, fillRate: 0.5 },
    ]);
    expect(total).toEqual({ sessions: 5, booked: 7, capacity: 21, fillRate: 0.3333 });
  });

  test('an hour that comes twice is one hour of the day', async () => {
    const { items } = await chart('utilization', AUTUMN);
    expect(items.map(({ hour, sessions }: { hour: number; sessions: number }) => [hour, sessions])).toEqual([
      [0, 1],
      [2, 2],
      [23, 1],
    ]);
  });

  test('what has not started is not held', async () => {
    await api.session({ locationId: venice });
    const today = Temporal.Now.plainDateISO('UTC');
    const { total } = await chart('utilization', `from=${today.subtract({ days: 1 })}&to=${today.add({ days: 9 })}`);
    expect(total).toEqual({ sessions: 0, booked: 0, capacity: 0, fillRate: null });
  });
});

describe.each([
  ['nothing was written down yet', null],
  ['everything was', '2026-01-01T00:00:00Z'],
  ['the end lies between', '2025-03-30T00:00:00Z'],
  ['only what was before', '2025-01-01T00:00:00Z'],
])('demand, when %s', (_, through) => {
  beforeAll(async () => {
    if (through) await keepSessionWaits(api.db, Temporal.Instant.from(through).add({ hours: 24 * 8 }));
  });

  test('who waited and was never placed, each member once per session', async () => {
    const waits = { waited: 7, unmet: 4, unmetShare: 0.5714 };
    const theClass = { id: flow, name: 'Flow' };
    expect(await chart('demand', SPRING)).toMatchObject({
      total: waits,
      byClass: [{ class: theClass, ...waits }],
      byHour: [{ weekday: 7, hour: 8, ...waits }],
      items: [{ class: theClass, weekday: 7, hour: 8, ...waits }],
    });
    expect(await chart('demand', AUTUMN)).toMatchObject({
      total: { waited: 0, unmet: 0, unmetShare: null },
      items: [],
    });
  });
});

describe('attendance', () => {
  const figures = {
    sessions: 5,
    booked: 7,
    listed: 3,
    noShows: 1,
    noShowRate: 0.3333,
    lateCancels: 2,
    lateCancelRate: 0.2222,
  };

  test('no-shows of the places where a list was kept, late cancels of all', async () => {
    const { total, items, weeks } = await chart('attendance', SPRING);
    expect(total).toEqual(figures);
    expect(items).toEqual([{ day: '2025-03-30', ...figures }]);
    expect(weeks).toEqual([{ day: '2025-03-24', ...figures }]);
  });

  test('days on which nothing took place are there, weeks begin on Monday', async () => {
    const { items, weeks } = await chart('attendance', 'from=2025-03-28&to=2025-03-31');
    expect(items.map(({ day, sessions }: { day: string; sessions: number }) => [day, sessions])).toEqual([
      ['2025-03-28', 0],
      ['2025-03-29', 1],
      ['2025-03-30', 5],
      ['2025-03-31', 1],
    ]);
    expect(weeks.map(({ day, sessions }: { day: string; sessions: number }) => [day, sessions])).toEqual([
      ['2025-03-24', 6],
      ['2025-03-31', 1],
    ]);
  });
});
