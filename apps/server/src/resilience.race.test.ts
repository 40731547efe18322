import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { type EmbeddedPostgres, removePostgresData, startPostgres } from '../../../bin/support/embedded-postgres.ts';
import { type ApiProcess, startApiProcess } from '../test-support/api-process.ts';
import { gatherCrowd, send } from '../test-support/crowd.ts';
import { fixtures } from '../test-support/fixtures.ts';
import { cloneDatabase } from '../test-support/test-database.ts';
import { auditInvariants } from './doctor/index.ts';
import { type Database, openDatabase } from './platform/db/database.ts';
import { migrateUp } from './platform/db/migrate.ts';
import { createLogger } from './platform/log.ts';

const cleanups: Array<() => Promise<unknown>> = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function connect(url: string): Database {
  const { db } = openDatabase({ url, size: 2, log: createLogger('silent') });
  cleanups.push(() => db.destroy());
  return db;
}

async function startApi(databaseUrl: string): Promise<ApiProcess> {
  const api = await startApiProcess({ databaseUrl });
  cleanups.push(() => api.stop());
  return api;
}

test('a restart of the database ends no process: it answers "busy" meanwhile and books again afterwards', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'openmat-restart-'));
  cleanups.push(() => removePostgresData(dataDir));
  let postgres: EmbeddedPostgres = await startPostgres({ dataDir });
  cleanups.push(() => postgres.stop());
  const { url, applicationUrl, port } = postgres;
  await migrateUp(url);
  const api = await startApi(applicationUrl);
  const session = await fixtures(connect(url)).session();
  const [before, during, after] = await gatherCrowd(connect(url), url, 3, 5);
  if (!before || !during || !after) throw new Error('three members are needed');
  const body = { sessionId: session.id };
  expect((await send(api.url, before, '/bookings', body)).status).toBe(201);

  await postgres.stop();
  expect(await send(api.url, during, '/bookings', body)).toMatchObject({ status: 503, body: { code: 'busy' } });
  expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${api.url}/readyz`)).status).toBe(503);

  postgres = await startPostgres({ dataDir, port });
  await vi.waitFor(async () => expect((await fetch(`${api.url}/readyz`)).status).toBe(200), 15_000);
  await vi.waitFor(async () => expect((await send(api.url, after, '/bookings', body)).status).toBe(201), 15_000);
  expect(await auditInvariants(connect(url))).toEqual([]);
}, 60_000);

test('a process that is asked to stop answers what it has begun, and what it answered is true', async () => {
  const database = await cloneDatabase();
  cleanups.push(() => database.drop());
  const db = connect(database.url);
  const session = await fixtures(db).session({ capacity: 100 });
  const members = await gatherCrowd(db, database.url, 400, 5);
  const api = await startApiProcess({ databaseUrl: database.url });

  const answers = members.map((member) =>
    send(api.url, member, '/bookings', { sessionId: session.id }).catch(() => null),
  );
  await Promise.race(answers);
  expect(await api.stop()).toBe(0);
  const booked = (await Promise.all(answers)).flatMap((answer) =>
    answer?.status === 201 ? [String(answer.body.id)] : [],
  );

  expect(booked.length).toBeGreaterThan(0);
  const rows = await db.selectFrom('bookings').select('id').execute();
  const stored = new Set(rows.map((row) => row.id));
  expect(booked.filter((id) => !stored.has(id))).toEqual([]);
  expect(await auditInvariants(db)).toEqual([]);
}, 60_000);
