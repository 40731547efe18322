import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test-support/test-database.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { createLogger } from '../log.ts';
import { deleteOldAnswers, platformJobs } from './housekeeping.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await cloneDatabase();
  ({ db } = openDatabase({ url: database.url, size: 2, log: createLogger('silent') }));
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const now = Temporal.Instant.from('2026-03-29T03:41Z');

async function answersAged(...hours: number[]): Promise<void> {
  await db.deleteFrom('idempotencyKeys').execute();
  const userId = crypto.randomUUID();
  const answer = { userId, requestHash: 'x', status: 201, response: '{}' };
  const rows = hours.map((age) => ({ ...answer, key: `${age} h`, createdAt: now.subtract({ minutes: age * 60 }) }));
  await db.insertInto('idempotencyKeys').values(rows).execute();
}

const kept = async () =>
  (await db.selectFrom('idempotencyKeys').select('key').orderBy('createdAt', 'desc').execute()).map(({ key }) => key);

test('platform-housekeeping twice: answers older than 72 hours go, whatever the chunk, and the second run finds none', async () => {
  for (const chunk of [1, 2, 3, 100]) {
    await answersAged(1, 72, 72.1, 100, 1_000);
    expect(await deleteOldAnswers(db, now, { chunk })).toBe(3);
    expect(await deleteOldAnswers(db, now, { chunk })).toBe(0);
    expect(await kept()).toEqual(['1 h', '72 h']);
  }
});

test('a worker that stops leaves the rest to the next run', async () => {
  await answersAged(100, 200, 300);
  expect(await deleteOldAnswers(db, now, { chunk: 1, signal: AbortSignal.abort() })).toBe(1);
});

test('the worker runs it', async () => {
  await answersAged(1);
  await db
    .updateTable('idempotencyKeys')
    .set({ createdAt: Temporal.Now.instant().subtract({ hours: 73 }) })
    .execute();
  const [job] = platformJobs({ db });
  await job?.handle({}, new AbortController().signal);
  expect(await kept()).toEqual([]);
});
