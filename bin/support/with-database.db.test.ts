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

const urlOf = (chosen: Settings) => withDatabase(chosen, 'test', async (url) => url);

test('a database of the user goes before the embedded one', async () => {
  expect(await urlOf({ ...settings, databaseUrl: 'postgres://elsewhere/openmat' })).toBe(
    'postgres://elsewhere/openmat',
  );
});

test('a running embedded server is used and left running', async () => {
  const server = await startPostgres({ dataDir: postgresDirOf(settings) });
  expect(await urlOf(settings)).toBe(server.url);
  expect(await findRunningPostgres(postgresDirOf(settings))).toBe(server.url);
  await server.stop();
});

test('without one, a server runs meanwhile, also when the action fails', async () => {
  const failing = withDatabase(settings, 'test', async (url) => {
    expect(await findRunningPostgres(postgresDirOf(settings))).toBe(url);
    throw new Error('failed');
  });
  await expect(failing).rejects.toThrow('failed');
  expect(await findRunningPostgres(postgresDirOf(settings))).toBeUndefined();
});
