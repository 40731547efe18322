import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { gatherCrowd } from '../../../test-support/crowd.ts';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { startTestEngine, type TestEngine } from '../../../test-support/test-engine.ts';
import { startWorkerProcess, type WorkerProcess } from '../../../test-support/worker-process.ts';
import { inTransaction } from '../db/transaction.ts';

/** Within this time a job of a killed worker has to be done by another. */
const RECOVERED = { timeout: 30_000, interval: 50 };
const OBSERVED = { timeout: 15_000, interval: 10 };

let studio: TestEngine;
const cleanups: Array<() => Promise<unknown>> = [];
beforeEach(async () => {
  studio = await startTestEngine();
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  await studio.stop();
});

async function startWorker(): Promise<WorkerProcess> {
  const worker = await startWorkerProcess(studio.databaseUrl);
  cleanups.push(worker.kill);
  return worker;
}

/** Holds what `statement` locks, on a connection of its own. */
async function hold(statement: string, values: unknown[] = []): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client({ connectionString: studio.databaseUrl });
  await client.connect();
  await client.query('begin');
  await client.query(statement, values);
  let held = true;
  const release = async () => {
    if (held) await client.end();
    held = false;
  };
  cleanups.push(release);
  return { release };
}

/** Waits until a connection of that name waits for a lock. */
const someoneWaits = (applicationName: string) =>
  vi.waitFor(async () => {
    const { rows } = await sql`
      select from pg_stat_activity
      where datname = current_database() and application_name = ${applicationName} and wait_event_type = 'Lock'
    `.execute(studio.db);
    expect(rows).toHaveLength(1);
  }, OBSERVED);

/** Waits until no worker listens for jobs any more: the first thing that ends when one is asked to stop. */
const stopsListening = () =>
  vi.waitFor(async () => {
    const { rows } = await sql`
      select from pg_stat_activity
      where datname = current_database() and application_name = 'openmat-worker-jobs' and query ilike 'listen%'`.execute(
      studio.db,
    );
    expect(rows).toEqual([]);
  }, OBSERVED);

/** Members who book, which is one `booking-events` job each; messages are the job's effect. */
async function bookings(count: number): Promise<string[]> {
  const session = await fixtures(studio.db).session({ capacity: count });
  const crowd = await gatherCrowd(studio.db, studio.databaseUrl, count, 5);
  for (const { id } of crowd) await studio.book(id, session.id);
  return crowd.map(({ id }) => id);
}

async function confirmations(): Promise<string[]> {
  const rows = await studio.db
    .selectFrom('messages')
    .select('userId')
    .where('kind', '=', 'booking_confirmed')
    .execute();
  return rows.map(({ userId }) => userId);
}

async function jobs(queue: string) {
  const { rows } = await sql<{ id: string; state: string; retries: number }>`
    select id, state, retry_count as retries from pgboss.job where name = ${queue} order by created_on`.execute(
    studio.db,
  );
  return rows;
}

const eventJobs = () => jobs('booking-events');

test('of two workers in the middle of their jobs one is killed: each effect happens, once', async () => {
  const [doomed] = await Promise.all([startWorker(), startWorker()]);
  const messages = await hold('lock table messages in exclusive mode');
  const members = await bookings(10);
  // A worker takes up to five at a time, so by now both have some, and none can end.
  await vi.waitFor(async () => {
    expect((await eventJobs()).filter(({ state }) => state === 'active').length).toBeGreaterThan(5);
  }, OBSERVED);
  await doomed.kill();
  await messages.release();
  await vi.waitFor(async () => {
    expect(new Set((await eventJobs()).map(({ state }) => state))).toEqual(new Set(['completed']));
  }, RECOVERED);
  expect((await confirmations()).sort()).toEqual(members.sort());
  expect(await auditInvariants(studio.db)).toEqual([]);
}, 60_000);

test('a worker killed after the effect, before it could say so: the job runs again and changes nothing', async () => {
  const members = await bookings(1);
  const messages = await hold('lock table messages in exclusive mode');
  const first = await startWorker();
  await someoneWaits('openmat-worker');
  const [job] = await eventJobs();
  const result = await hold('select from pgboss.job where id = $1 for update', [job?.id]);
  await messages.release();
  await someoneWaits('openmat-worker-jobs');
  expect(await confirmations()).toEqual(members);
  await first.kill();
  // Its connections outlive it until they notice; the one that waits would still say that the job is done.
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'openmat-worker-jobs'`.execute(studio.db);
  await result.release();
  await startWorker();
  await vi.waitFor(
    async () => expect(await eventJobs()).toMatchObject([{ state: 'completed', retries: 1 }]),
    RECOVERED,
  );
  expect(await confirmations()).toEqual(members);
}, 60_000);

test('a worker that is asked to stop finishes its job first, with everything the job needs', async () => {
  const session = await fixtures(studio.db).session({ capacity: 1 });
  const crowd = await gatherCrowd(studio.db, studio.databaseUrl, 2, 5);
  for (const { id } of crowd) await studio.book(id, session.id);
  const started = { startsAt: hoursFromNow(-0.1), endsAt: hoursFromNow(1) };
  await studio.db.updateTable('sessions').set(started).where('id', '=', session.id).execute();
  await studio.db.updateTable('bookings').set(started).where('sessionId', '=', session.id).execute();
  const held = await hold('select from sessions where id = $1 for update', [session.id]);
  const { definitions, enqueue } = studio.jobs;
  const closeLists = definitions.find(({ name }) => name === 'booking-close-lists');
  if (!closeLists) throw new Error('booking-close-lists is not defined');
  const worker = await startWorker();
  await inTransaction(studio.db, (tx) => enqueue(tx, closeLists, [{}]));
  await someoneWaits('openmat-lane');
  const stopped = worker.stop();
  await stopsListening();
  await held.release();
  expect(await stopped).toBe(0);
  expect((await studio.places(session.id)).waiting).toEqual([]);
  const done = await jobs('booking-close-lists');
  expect(done.filter(({ state }) => state === 'completed').length).toBeGreaterThan(0);
  expect(done.filter(({ state }) => state === 'active' || state === 'retry')).toEqual([]);
}, 60_000);
