import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../apps/server/test-support/test-database.ts';
import { projectRoot } from '../support/project.ts';

const run = promisify(execFile);

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

/** Runs `openmat` in a process of its own; what it says, and its exit code. */
async function openmat(args: string[], env: NodeJS.ProcessEnv = {}) {
  const options = {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: database.ownerUrl, ...env },
  };
  try {
    return { code: 0, ...(await run(process.execPath, ['bin/openmat.ts', ...args], options)) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

test('an admin account is made with a password shown once, and a token of it opens the API', async () => {
  const created = await openmat(['admin', 'create', 'mira@example.org', '--name', 'Mira Novak']);
  expect(created).toMatchObject({ code: 0, stderr: '' });
  expect(created.stdout).toMatch(/^mira@example\.org is an admin now\. Password: [\w-]{20}\n$/);
  const token = await openmat(['token', 'mira@example.org']);
  expect(token.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  const claims = JSON.parse(Buffer.from(token.stdout.split('.')[1] ?? '', 'base64url').toString());
  expect(claims).toMatchObject({ role: 'admin', iss: 'openmat' });
});

test.each([
  ['an address that is taken', ['admin', 'create', 'MIRA@example.org'], {}, 'exists'],
  ['what is not an address', ['admin', 'create', 'mira'], {}, 'not an e-mail'],
  ['to ask without a terminal', ['admin', 'create', 'a@example.org', '--ask'], {}, 'terminal'],
  ['a token of nobody', ['token', 'nobody@example.org'], {}, 'no account'],
  ['a token in production', ['token', 'mira@example.org'], { NODE_ENV: 'production' }, 'production'],
])('refuses %s in one line', async (_, args, env, reason) => {
  const { code, stdout, stderr } = await openmat(args, env);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(new RegExp(`^.*${reason}.*\n$`));
});
