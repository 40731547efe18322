import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPasswordHasher } from '#modules/identity/index.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { cloneDatabase } from '../../test-support/test-database.ts';
import { auditInvariants } from '../doctor/index.ts';
import { addLoadMembers } from './add-load-members.ts';

let db: Database;
let databaseUrl: string;
let close: () => Promise<void>;
beforeAll(async () => {
  const database = await cloneDatabase();
  databaseUrl = database.ownerUrl;
  ({ db } = openDatabase({ url: database.ownerUrl, size: 2, log: { warn: () => {} } }));
  close = async () => {
    await db.destroy();
    await database.drop();
  };
});
afterAll(() => close());

const password = 'let-me-in-openmat';

async function ticketsOfLoadMembers(): Promise<number[]> {
  const { rows } = await sql<{ tickets: number }>`
    select count(t.id) as tickets from users u left join tickets t on t.user_id = u.id and t.unlimited and t.state = 'active'
    where u.email like 'load-%' group by u.id`.execute(db);
  return rows.map((row) => row.tickets);
}

test('adds only who is missing, each with the password and one unlimited ticket', async () => {
  expect(await addLoadMembers({ databaseUrl, count: 3, password })).toBe(3);
  expect(await addLoadMembers({ databaseUrl, count: 5, password })).toBe(2);
  expect(await addLoadMembers({ databaseUrl, count: 5, password })).toBe(0);
  expect(await ticketsOfLoadMembers()).toEqual([1, 1, 1, 1, 1]);
  const member = await db
    .selectFrom('users')
    .selectAll()
    .where('email', '=', 'load-5@openmat.local')
    .executeTakeFirstOrThrow();
  expect(member).toMatchObject({ name: 'Load 5', role: 'member', emailVerifiedAt: expect.anything() });
  expect(await createPasswordHasher().verify(member.passwordHash, password)).toBe(true);
  expect(await auditInvariants(db)).toEqual([]);
});

test('a ticket that runs out is followed by another', async () => {
  await sql`update tickets set valid_until = now() + interval '3 days'`.execute(db);
  expect(await addLoadMembers({ databaseUrl, count: 2, password })).toBe(0);
  expect((await ticketsOfLoadMembers()).toSorted()).toEqual([1, 1, 1, 2, 2]);
});

test('ten thousand at once', async () => {
  expect(await addLoadMembers({ databaseUrl, count: 10_000, password })).toBe(9_995);
  expect(await ticketsOfLoadMembers()).toHaveLength(10_000);
});
