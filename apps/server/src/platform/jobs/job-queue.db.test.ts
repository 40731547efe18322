import { sql } from 'kysely';
import { Type } from 'typebox';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test-support/test-database.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { inTransaction } from '../db/transaction.ts';
import { createLogger } from '../log.ts';
import { DEAD_LETTERS, defineJob, handleJob } from './define-job.ts';
import { type JobQueue, openJobQueue } from './job-queue.ts';

const log = createLogger('silent');
const numberJob = defineJob({
  name: 'a-number',
  summary: 'Takes a number.',
  payload: Type.Object({ n: Type.Integer() }),
  retryLimit: 5,
  retryDelaySeconds: 60,
});

let database: TestDatabase;
let db: Database;
let jobs: JobQueue;
beforeAll(async () => {
  database = await cloneDatabase();
  ({ db } = openDatabase({ url: database.url, size: 2, log }));
  jobs = await openJobQueue({ databaseUrl: database.url, role: 'worker', definitions: [numberJob], log });
});
afterAll(async () => {
  await jobs.stop();
  await db.destroy();
  await database.drop();
});

const enqueue = (payloads: object[]) =>
  inTransaction(db, (tx) => jobs.enqueue(tx, numberJob, payloads as { n: number }[]));

test('a payload that does not fit is refused before anything is stored', async () => {
  await expect(enqueue([{ n: 1 }, { n: 'one' }])).rejects.toThrow('a-number: payload/n must be integer');
  await expect(jobs.enqueueStatement(numberJob, [{} as { n: number }])).rejects.toThrow('required properties n');
  expect((await sql`select from pgboss.job where name = ${numberJob.name}`.execute(db)).rows).toEqual([]);
});

test('one that came into the queue all the same goes to the dead letters at once, with the reason', async () => {
  await sql`insert into pgboss.job (name, data, retry_limit, dead_letter) values (${numberJob.name}, '{"n": "one"}', 5, ${DEAD_LETTERS})`.execute(
    db,
  );
  await enqueue([{ n: 2 }]);
  const handle = vi.fn(async () => {});
  await jobs.work([handleJob(numberJob, handle)], 'UTC');
  await vi.waitFor(
    async () => {
      const { rows } = await sql`
        select source_output ->> 'message' as error, source_retry_count as retries from pgboss.job where name = ${DEAD_LETTERS}
      `.execute(db);
      expect(rows).toEqual([{ error: 'a-number: payload/n must be integer', retries: 0 }]);
      expect(handle).toHaveBeenCalledExactlyOnceWith({ n: 2 }, expect.any(AbortSignal));
    },
    { timeout: 10_000 },
  );
});
