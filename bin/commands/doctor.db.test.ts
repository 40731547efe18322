import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../apps/server/test-support/test-database.ts';
import { projectRoot } from '../support/project.ts';

const run = promisify(execFile);

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

/** Runs `openmat doctor` in a process of its own; what it says, and its exit code. */
async function doctor(...args: string[]) {
  const env = { ...process.env, NODE_ENV: 'test', DATABASE_URL: database.url, OPENMAT_STRIPE_PORT: '1' };
  try {
    return {
      code: 0,
      ...(await run(process.execPath, ['bin/openmat.ts', 'doctor', ...args], { cwd: projectRoot, env })),
    };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

test('says line by line that all is well, and exits with 0', async () => {
  const { code, stdout, stderr } = await doctor();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^✓ Invariants +all \d+ hold$/m);
});

test('exits with 1 when an invariant is broken, and tells machines which', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`insert into users (email, password_hash, name) values ('a@example.org', 'unusable', 'Anna')`);
  await client.query(
    `insert into tickets (user_id, name, unlimited, entries_left, validity_days) select id, 'Five', false, 5, 30 from users`,
  );
  await client.end();
  const { code, stdout } = await doctor('--json');
  expect(code).toBe(1);
  const { healthy, findings } = JSON.parse(stdout);
  expect(healthy).toBe(false);
  expect(findings.at(-1).violations.map(({ invariant }: { invariant: string }) => invariant)).toContain(
    'ticket_balance',
  );
});
