import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test-support/test-database.ts';
import { startWorkerProcess, type WorkerProcess } from '../../../test-support/worker-process.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { createLogger } from '../log.ts';

const JOB = 'booking-close-lists';

let database: TestDatabase;
let db: Database;
let workers: WorkerProcess[] = [];
beforeEach(async () => {
  database = await cloneDatabase();
  ({ db } = openDatabase({ url: database.url, size: 2, log: createLogger('silent') }));
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  workers = [];
  await db.destroy();
  await database.drop();
});

/** For how many minutes the queue decided that a job is due, how many there are, and how many of them are done. */
async function runs() {
  const { rows } = await sql`
    select count(distinct singleton_on) filter (where name like '\\_\\_pgboss%' and data ->> 'name' = ${JOB}) as minutes,
      count(*) filter (where name = ${JOB}) as jobs, count(*) filter (where name = ${JOB} and state = 'completed') as done
    from pgboss.job`.execute(db);
  return rows[0];
}

test('with two workers a scheduled job runs once per minute; zones of the studio are resolved', async () => {
  await db.updateTable('studio').set({ timeZone: 'Pacific/Auckland' }).execute();
  workers = await Promise.all([startWorkerProcess(database.url), startWorkerProcess(database.url)]);
  // Two minutes, so that each worker had the chance to send what the other had sent.
  await vi.waitFor(async () => expect(await runs()).toEqual({ minutes: 2, jobs: 2, done: 2 }), {
    timeout: 150_000,
    interval: 250,
  });
  const { rows } = await sql<{ zone: string }>`
    select timezone as zone from pgboss.schedule where name = 'platform-housekeeping'`.execute(db);
  expect(rows).toEqual([{ zone: 'Pacific/Auckland' }]);
}, 180_000);
