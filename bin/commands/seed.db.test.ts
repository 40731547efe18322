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

/** Runs `openmat seed` in a process of its own; what it says, and its exit code. */
async function seed(args: string[], env: NodeJS.ProcessEnv = {}) {
  const options = {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: database.ownerUrl, ...env },
  };
  try {
    return { code: 0, ...(await run(process.execPath, ['bin/openmat.ts', 'seed', ...args], options)) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

test('members for load tests are added once', async () => {
  expect(await seed(['--load', '3'])).toMatchObject({ code: 0, stdout: expect.stringContaining('3 of them new') });
  expect(await seed(['--load', '3'])).toMatchObject({ code: 0, stdout: expect.stringContaining('0 of them new') });
});

test('the demo says that the database is not empty', async () => {
  expect(await seed([])).toMatchObject({ code: 0, stdout: expect.stringContaining('not empty') });
});

test.each([
  ['the demo in production', [], { NODE_ENV: 'production' }],
  ['load members in production', ['--load', '3'], { NODE_ENV: 'production' }],
  ['half a member', ['--load', '1.5'], {}],
])('refuses %s', async (_, args, env) => {
  expect(await seed(args, env)).toMatchObject({ code: 1, stdout: '' });
});
