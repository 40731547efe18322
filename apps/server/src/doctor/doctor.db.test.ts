import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bookingJobDefinitions } from '#modules/booking/index.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { openJobQueue } from '#platform/jobs/job-queue.ts';
import { createLogger } from '#platform/log.ts';
import { cloneDatabase, type TestDatabase } from '../../test-support/test-database.ts';
import { examine } from './examine.ts';
import { isHealthy } from './format-findings.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await cloneDatabase();
  ({ db } = openDatabase({ url: database.ownerUrl, size: 1, log: { warn: () => {} } }));
  const log = createLogger('silent');
  const jobs = await openJobQueue({ databaseUrl: database.url, role: 'api', definitions: bookingJobDefinitions, log });
  await jobs.stop();
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

// Nothing listens there.
const environment = () => ({ DATABASE_URL: database.url, OPENMAT_STRIPE_PORT: '1', OPENMAT_SMTP_PORT: '1' });

async function findingOn(subject: string, env: Record<string, string> = {}) {
  return (await examine({ ...environment(), ...env })).find((finding) => finding.subject === subject);
}

test('a fresh installation is healthy, and it says what is not there yet', async () => {
  const findings = await examine(environment());
  expect(findings.map(({ subject, level }) => `${subject}: ${level}`)).toEqual([
    'Settings: ok',
    'Stripe: warning',
    'E-mail: warning',
    'PostgreSQL: ok',
    'Database role: ok',
    'Migrations: ok',
    'Job queue: ok',
    'Invariants: ok',
  ]);
  expect(isHealthy(findings)).toBe(true);
});

test('a database that cannot be reached says why, and ends the examination of the data', async () => {
  const findings = await examine({ ...environment(), DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' });
  expect(findings.at(-1)).toMatchObject({ subject: 'PostgreSQL', level: 'error' });
  expect(findings.at(-1)?.message).toMatch(/ECONNREFUSED/);
  expect(JSON.stringify(findings)).not.toContain('secret@');
  expect(isHealthy(findings)).toBe(false);
});

test('a migration that is not applied comes before the data is judged by it', async () => {
  const { rows } = await sql<{ name: string }>`
    delete from schema_migrations where id = (select max(id) from schema_migrations) returning name`.execute(db);
  const findings = await examine(environment());
  expect(findings.at(-1)).toMatchObject({ subject: 'Migrations', level: 'error' });
  expect(findings.at(-1)?.message).toContain(rows[0]?.name);
  await sql`insert into schema_migrations (name, run_on) values (${rows[0]?.name}, now())`.execute(db);
});

test.each([
  ['a lost job is an error', 'error', 'booking-events (1)', { name: 'dead-letters', source: 'booking-events' }],
  [
    'a failed run of what runs every minute is not',
    'warning',
    'booking-sweep-queues (1)',
    { name: 'dead-letters', source: 'booking-sweep-queues' },
  ],
  ['a job that nobody begins tells of a missing worker', 'warning', 'worker', { name: 'booking-events', source: null }],
])('%s', async (_, level, text, { name, source }) => {
  await sql`insert into pgboss.job (name, source_name, start_after) values (${name}, ${source}, now() - interval '1 hour')`.execute(
    db,
  );
  expect(await findingOn('Job queue')).toMatchObject({ level, message: expect.stringContaining(text) });
  await sql`delete from pgboss.job`.execute(db);
});

test('a broken invariant is shown with its rows', async () => {
  await sql`
    with member as (insert into users (email, password_hash, name) values ('a@example.org', 'unusable', 'Anna') returning id)
    insert into tickets (user_id, name, unlimited, entries_left, validity_days) select id, 'Five', false, 5, 30 from member`.execute(
    db,
  );
  const finding = await findingOn('Invariants');
  expect(finding).toMatchObject({ level: 'error', message: expect.stringContaining('2 of') });
  expect(finding?.violations?.map(({ invariant }) => invariant)).toEqual(['ticket_balance', 'ticket_granted_once']);
});

test.each([
  ['a malformed setting', { OPENMAT_API_PORT: 'four thousand' }, 'OPENMAT_API_PORT'],
  [
    'a development secret in production',
    { NODE_ENV: 'production', OPENMAT_WEB_URL: 'https://studio.example' },
    'SECRET',
  ],
  [
    'one secret for both kinds of tokens',
    { OPENMAT_ACCESS_TOKEN_SECRET: 'x'.repeat(40), OPENMAT_REFRESH_TOKEN_SECRET: 'x'.repeat(40) },
    'must be different',
  ],
])('settings: %s', async (_, env, text) => {
  expect(await findingOn('Settings', env)).toMatchObject({ level: 'error', message: expect.stringContaining(text) });
});
