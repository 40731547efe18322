import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testConfig } from '../test-support/test-api.ts';
import { cloneDatabase, type TestDatabase } from '../test-support/test-database.ts';
import { seedDemo } from './demo/index.ts';
import { auditInvariants } from './doctor/index.ts';
import { jobDefinitions, registeredJobs } from './jobs.ts';
import { createLogger } from './platform/log.ts';
import { openServices, type Services } from './services.ts';

let database: TestDatabase;
let services: Services;
beforeAll(async () => {
  database = await cloneDatabase();
  await seedDemo({ databaseUrl: database.ownerUrl, password: 'let-me-in-openmat', now: Temporal.Now.instant() });
  services = await openServices(testConfig(database.url), createLogger('silent'), 'api');
}, 120_000);
afterAll(async () => {
  await services.close();
  await database.drop();
});

/** Every row of every table, jobs included, as one checksum per table. */
async function everything(): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'`.execute(services.db);
  const sums: Record<string, string> = {};
  for (const name of [...tables.rows.map((row) => row.name), 'pgboss.job']) {
    const { rows } = await sql<{ sum: string }>`
      select md5(string_agg(r::text, '|' order by r::text)) as sum from ${sql.table(name)} r`.execute(services.db);
    sums[name] = rows[0]?.sum ?? '';
  }
  return sums;
}

// What asks Stripe is shown to be repeatable where Stripe is: see repeatable-jobs.test.ts.
const scheduled = jobDefinitions.filter(({ name, schedule }) => schedule && name !== 'payment-reconcile');

test.each(scheduled.map(({ name }) => name))(
  '%s twice in a busy studio: the second run changes nothing',
  async (name) => {
    const job = registeredJobs(services).find(({ definition }) => definition.name === name);
    const run = () => job?.handle({}, new AbortController().signal);
    await run();
    const before = await everything();
    await run();
    expect(await everything()).toEqual(before);
  },
);

test('after all of them the books are in order', async () => {
  expect(await auditInvariants(services.db)).toEqual([]);
});
