import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { migrateDown, migrateUp } from '#platform/db/migrate.ts';
import { createLogger } from '#platform/log.ts';
import { fixtures } from '../../../test-support/fixtures.ts';
import { createEmptyDatabase, type TestDatabase } from '../../../test-support/test-database.ts';

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

test('what the audit log alone knew of are sales now, without what was given away', async () => {
  const applied = await migrateUp(database.ownerUrl);
  const make = fixtures(db);
  const [{ id: member }, { id: staff }] = [await make.user(), await make.user({ role: 'staff' })];
  const granted = async (after: object) => {
    const { id } = await make.ticket(member);
    await sql`
      insert into audit_log (at, actor_id, actor_role, action, entity, entity_id, after)
      values ('2026-05-01T10:00:00Z', ${staff}, 'staff', 'ticket.grant', 'ticket', ${id}, ${JSON.stringify(after)})`.execute(
      db,
    );
    return id;
  };
  const sold = await granted({ paidWith: 'card_terminal', paidMinor: 7500, currency: 'EUR' });
  await granted({ paidWith: 'free', paidMinor: 0, currency: 'EUR' });
  await granted({ paymentId: null });
  const before = applied.findIndex((name) => name.startsWith('0023'));
  await migrateDown(database.ownerUrl, applied.length - before);
  await migrateUp(database.ownerUrl);
  expect(await db.selectFrom('deskSales').selectAll().execute()).toEqual([
    {
      ticketId: sold,
      amountMinor: 7500,
      currency: 'EUR',
      method: 'card_terminal',
      soldBy: staff,
      soldAt: Temporal.Instant.from('2026-05-01T10:00:00Z'),
    },
  ]);
}, 60_000);
