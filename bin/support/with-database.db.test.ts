import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findRunningPostgres, removePostgresData, startPostgres } from './embedded-postgres.ts';
import { readSettings, type Settings } from './settings.ts';
import { postgresDirOf } from './stack/stack-steps.ts';
import { withDatabase } from './with-database.ts';

let settings: Settings;

beforeEach(async () => {
  settings = { ...readSettings({}), dataDir: await mkdtemp(join(tmpdir(), 'openmat-with-')) };
});

afterEach(async () => {
  await removePostgresData(postgresDirOf(settings));
  await rm(settings.dataDir, { recursive: true });
});

const urlsOf = (chosen: Settings) =>
  withDatabase(chosen, 'test', async ({ url, applicationUrl }) => ({ url, applicationUrl }));

const databaseUrl = 'postgres://elsewhere/openmat';
const migrationDatabaseUrl = 'postgres://owner@elsewhere/openmat';

test.each([
  ['with one role for everything', { databaseUrl }, { url: databaseUrl, applicationUrl: databaseUrl }],
  [
    'with a role for migrations',
    { databaseUrl, migrationDatabaseUrl },
    { url: migrationDatabaseUrl, applicationUrl: databaseUrl },
  ],
])('a database of the user goes before the embedded one: %s', async (_, chosen, expected) => {
  expect(await urlsOf({ ...settings, ...chosen })).toEqual(expected);
});

test('a running embedded server is used and left running', async () => {
  const server = await startPostgres({ dataDir: postgresDirOf(settings) });
  const { url, applicationUrl } = server;
  expect(await urlsOf(settings)).toEqual({ url, applicationUrl });
  expect(await findRunningPostgres(postgresDirOf(settings))).toEqual({ url, applicationUrl });
  await server.stop();
});

test('without one, a server runs meanwhile, also when the action fails', async () => {
  const failing = withDatabase(settings, 'test', async ({ url, applicationUrl }) => {
    expect(await findRunningPostgres(postgresDirOf(settings))).toEqual({ url, applicationUrl });
    throw new Error('failed');
  });
  await expect(failing).rejects.toThrow('failed');
  expect(await findRunningPostgres(postgresDirOf(settings))).toBeUndefined();
});
