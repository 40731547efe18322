import { afterEach, beforeEach, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test-support/test-database.ts';
import { checkRole } from './check-role.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await cloneDatabase();
});
afterEach(() => database.drop());

test('the role of the application is as it should be', async () => {
  expect(await checkRole(database.url)).toMatchObject({ level: 'ok', message: expect.stringMatching(/^openmat_app,/) });
});

test('a superuser is warned of', async () => {
  expect(await checkRole(database.ownerUrl)).toMatchObject({
    level: 'warning',
    message: expect.stringContaining('is a superuser'),
  });
});

test.each([
  ['owns a table of history', 'alter table audit_log owner to openmat_app', 'warning', 'owns audit_log'],
  ['may change one', 'grant update on ticket_ledger to openmat_app', 'warning', 'may change ticket_ledger'],
  ['may delete from one', 'grant delete on promotion_log to openmat_app', 'warning', 'may change promotion_log'],
  [
    'cannot read what it needs',
    'revoke all on bookings from openmat_app',
    'error',
    'may not read bookings; run `openmat migrate up`',
  ],
])('a role that %s', async (_, statement, level, message) => {
  await database.asOwner(statement);
  expect(await checkRole(database.url)).toMatchObject({ level, message: expect.stringContaining(message) });
});
