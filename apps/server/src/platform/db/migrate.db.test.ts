import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeSchema } from '../../../test-support/describe-schema.ts';
import { createEmptyDatabase, type TestDatabase } from '../../../test-support/test-database.ts';
import { createLogger } from '../log.ts';
import { type Database, openDatabase } from './database.ts';
import { migrateDown, migrateUp, migrationStatus } from './migrate.ts';

let database: TestDatabase;
let db: Database;

beforeEach(async () => {
  database = await createEmptyDatabase();
  db = openDatabase({ url: database.ownerUrl, size: 1, log: createLogger('silent') }).db;
});

afterEach(async () => {
  await db.destroy();
  await database.drop();
});

test('each migration goes up, down and up again, and leaves the same schema every time', async () => {
  const { pending } = await migrationStatus(database.ownerUrl);
  expect(pending.length).toBeGreaterThan(0);
  for (const name of pending) {
    const before = await describeSchema(db);
    expect(await migrateUp(database.ownerUrl, 1)).toEqual([name]);
    const after = await describeSchema(db);
    expect(after).not.toEqual(before);

    expect(await migrateDown(database.ownerUrl)).toEqual([name]);
    expect({ name, down: await describeSchema(db) }).toEqual({ name, down: before });
    await migrateUp(database.ownerUrl, 1);
    expect({ name, up: await describeSchema(db) }).toEqual({ name, up: after });
  }
});

test('all can be taken back at once, and nothing of them is left', async () => {
  const applied = await migrateUp(database.ownerUrl);
  expect(await migrateDown(database.ownerUrl, applied.length)).toEqual(applied.toReversed());
  expect(await describeSchema(db)).toEqual([]);
  expect(await migrationStatus(database.ownerUrl)).toEqual({ applied: [], pending: applied });
});

test('two processes that migrate at the same moment apply each migration once', async () => {
  const { pending } = await migrationStatus(database.ownerUrl);
  const applied = await Promise.all([migrateUp(database.ownerUrl), migrateUp(database.ownerUrl)]);
  expect(applied.flat()).toEqual(pending);
});
