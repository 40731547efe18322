import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findRunningPostgres, removePostgresData, startPostgres } from './embedded-postgres.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

const settings = { fsync: 'off' };
let dataDir: string;

beforeEach(async () => {
  dataDir = await createTemporaryFolder();
});

afterEach(() => removePostgresData(dataDir));

async function query(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

test('answers on 127.0.0.1 in UTF-8, and keeps its data and password over a restart', async () => {
  const first = await startPostgres({ dataDir, settings });
  expect(await query(first.url, 'show server_encoding')).toBe('UTF8');
  expect(await query(first.url, 'show listen_addresses')).toBe('127.0.0.1');
  await query(first.url, "create table kept as select 'č' as letter");
  expect(await findRunningPostgres(dataDir)).toMatchObject({ url: first.url, applicationUrl: first.applicationUrl });
  await first.stop();
  expect(await findRunningPostgres(dataDir)).toBeUndefined();

  const second = await startPostgres({ dataDir, settings });
  expect(await query(second.url, 'select letter from kept')).toBe('č');
  await second.stop();
  expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600);
});

test('API and worker have a role of their own, with a password of its own', async () => {
  const first = await startPostgres({ dataDir, settings });
  const passwords = [first.url, first.applicationUrl].map((url) => new URL(url).password);
  expect(passwords[0]).not.toBe(passwords[1]);
  expect((await stat(join(dataDir, 'application-password'))).mode & 0o777).toBe(0o600);
  const attributes = 'rolname, rolcanlogin, rolsuper, rolcreatedb, rolcreaterole';
  expect(
    await query(
      first.applicationUrl,
      `select format('%s', (${attributes})) from pg_roles where rolname = current_user`,
    ),
  ).toBe('(openmat_app,t,f,f,f)');
  expect(await readFile(first.logFile, 'utf8')).not.toContain(passwords[1]);
  await first.stop();

  // As in a folder of a version that had no such role.
  await rm(join(dataDir, 'application-password'));
  const second = await startPostgres({ dataDir, settings });
  expect(second.applicationUrl).not.toBe(first.applicationUrl);
  expect(await query(second.applicationUrl, 'select current_user::text')).toBe('openmat_app');
  await second.stop();
});

test('refuses a wrong password', async () => {
  const server = await startPostgres({ dataDir, settings });
  const url = new URL(server.url);
  url.password = 'wrong';
  await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
  await server.stop();
});

test('starts although a lock file names another living program', async () => {
  const first = await startPostgres({ dataDir, settings });
  const lockFile = join(dataDir, 'cluster/postmaster.pid');
  const stale = (await readFile(lockFile, 'utf8')).replace(/^\d+/, String(process.pid));
  await first.stop();
  await writeFile(lockFile, stale);

  const second = await startPostgres({ dataDir, settings });
  expect(await query(second.url, 'select 1')).toBe(1);
  await second.stop();
});

test('ends a server that was left behind, and starts its own', async () => {
  const leftBehind = await startPostgres({ dataDir, settings });
  const server = await startPostgres({ dataDir, settings });
  await leftBehind.exited;
  expect(server.pid).not.toBe(leftBehind.pid);
  expect(await query(server.url, 'select 1')).toBe(1);
  await server.stop();
});

test('says what the server said when it cannot start', async () => {
  const starting = startPostgres({ dataDir, settings: { no_such_setting: 'on' } });
  await expect(starting).rejects.toThrow('unrecognized configuration parameter "no_such_setting"');
});
