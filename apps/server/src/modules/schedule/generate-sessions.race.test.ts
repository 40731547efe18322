import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { fixtures } from '../../../test-support/fixtures.ts';
import { cloneDatabase } from '../../../test-support/test-database.ts';
import { generateDueSessions } from './generate-sessions.ts';

let db: Database;
let another: Database;
let close: () => Promise<void>;
let seriesId: string;

const now = Temporal.Instant.from('2026-03-20T12:00:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);

beforeAll(async () => {
  const { url, drop } = await cloneDatabase();
  [db, another] = [1, 2].map(() => openDatabase({ url, size: 4, log: { warn: () => {} } }).db) as [Database, Database];
  close = async () => {
    await Promise.all([db.destroy(), another.destroy()]);
    await drop();
  };
});
afterAll(() => close());

beforeEach(async () => {
  await db.deleteFrom('sessions').execute();
  await db.deleteFrom('series').execute();
  await db.deleteFrom('closedDays').execute();
  seriesId = await insertSeries();
});

async function insertSeries(row: { rule?: string; startsOn?: Temporal.PlainDate; timeZone?: string } = {}) {
  const { rule = 'FREQ=DAILY', startsOn = day('2026-03-01'), timeZone = 'Europe/Ljubljana' } = row;
  const { classType, location, instructor } = fixtures(db);
  const values = {
    classTypeId: await classType(),
    locationId: await location({ timeZone }),
    instructorId: await instructor(),
    startTime: '18:00',
    durationMinutes: 60,
    capacity: 10,
    rule,
    startsOn,
  };
  return (await db.insertInto('series').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

const sessions = (id = seriesId) =>
  db.selectFrom('sessions').selectAll().where('seriesId', '=', id).orderBy('seriesOccurrence').execute();
const days = async () => (await sessions()).map((session) => session.seriesOccurrence?.toString());

test('from now to the horizon, at the wall time, across a change of the clocks', async () => {
  // 28 days until booking opens and 28 days more.
  expect(await generateDueSessions(db, now)).toBe(57);
  const made = await sessions();
  expect([made[0], made.at(-1)].map((session) => session?.startsAt.toString())).toEqual([
    '2026-03-20T17:00:00Z',
    '2026-05-15T16:00:00Z',
  ]);
  const { generatedUntil } = await db.selectFrom('series').selectAll().executeTakeFirstOrThrow();
  expect(generatedUntil?.toString()).toBe('2026-05-15');
});

test('a second time makes none, the next day makes one', async () => {
  await generateDueSessions(db, now);
  expect(await generateDueSessions(db, now)).toBe(0);
  await db.updateTable('series').set({ generatedUntil: null }).execute();
  expect(await generateDueSessions(db, now)).toBe(0);
  expect(await generateDueSessions(db, now.add({ hours: 24 }))).toBe(1);
});

test('the day is that of the location', async () => {
  const auckland = await insertSeries({ timeZone: 'Pacific/Auckland' });
  await generateDueSessions(db, now);
  // It is the 21st there, and 18:00 of the 20th has passed.
  expect((await sessions(auckland))[0]?.seriesOccurrence?.toString()).toBe('2026-03-21');
  expect((await sessions())[0]?.seriesOccurrence?.toString()).toBe('2026-03-20');
});

test('a session of today that has started is not made afterwards', async () => {
  await generateDueSessions(db, Temporal.Instant.from('2026-03-20T17:00:00Z'));
  expect((await days())[0]).toBe('2026-03-21');
});

describe('what admins did to one session stays', () => {
  const moved = Temporal.Instant.from('2026-03-25T09:00:00Z');
  test.each([
    ['moved', { startsAt: moved, endsAt: moved.add({ hours: 1 }) }],
    ['canceled', { state: 'canceled', canceledAt: now } as const],
    ['deleted', { deletedAt: now }],
  ])('%s', async (_, change) => {
    await generateDueSessions(db, now);
    const before = await sessions();
    await db
      .updateTable('sessions')
      .set(change)
      .where('id', '=', before[3]?.id ?? '')
      .execute();
    await db.updateTable('series').set({ generatedUntil: null }).execute();
    expect(await generateDueSessions(db, now)).toBe(0);
    expect((await sessions()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });
});

test('closed days have none, an ended series and a series that is over have none', async () => {
  await db
    .insertInto('closedDays')
    .values([{ day: day('2026-03-21') }])
    .execute();
  const ended = await insertSeries();
  await db.updateTable('series').set({ deletedAt: now }).where('id', '=', ended).execute();
  const over = await insertSeries();
  await db
    .updateTable('series')
    .set({ endsOn: day('2026-03-19') })
    .where('id', '=', over)
    .execute();
  await generateDueSessions(db, now);
  expect((await days()).slice(0, 2)).toEqual(['2026-03-20', '2026-03-22']);
  expect([await sessions(ended), await sessions(over)]).toEqual([[], []]);
});

test('a longer policy reaches further at the next run', async () => {
  await generateDueSessions(db, now);
  await db.updateTable('studio').set({ bookingOpensDaysBefore: 35 }).execute();
  expect(await generateDueSessions(db, now)).toBe(7);
  await db.updateTable('studio').set({ bookingOpensDaysBefore: 28 }).execute();
});

test('workers that run at once make each session once', async () => {
  for (let round = 0; round < 5; round += 1) await insertSeries();
  const made = await Promise.all([db, another, db, another].map((connection) => generateDueSessions(connection, now)));
  const all = await db.selectFrom('sessions').select(['seriesId', 'seriesOccurrence']).execute();
  expect(all).toHaveLength(6 * 57);
  expect(made.reduce((sum, count) => sum + count)).toBe(6 * 57);
});
