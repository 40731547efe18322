import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cloneDatabase, createEmptyDatabase, type TestDatabase } from '../../../test-support/test-database.ts';
import { APPLICATION_ROLE, grantApplicationRole } from './grant-application-role.ts';
import { migrateUp } from './migrate.ts';

const history = ['audit_log', 'ticket_ledger', 'promotion_log'];

let database: TestDatabase;
let owner: pg.Client;
let application: pg.Client;
beforeEach(async () => {
  database = await cloneDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  application = new pg.Client({ connectionString: database.url });
  await Promise.all([owner.connect(), application.connect()]);
});
afterEach(async () => {
  await Promise.all([owner.end(), application.end()]);
  await database.drop();
});

const privilegesOn = async (table: string) => {
  const { rows } = await owner.query<{ privilege: string }>(
    `select privilege from unnest('{select,insert,update,delete,truncate,references,trigger,maintain}'::text[]) as privilege
     where has_table_privilege($1, $2, privilege)`,
    [APPLICATION_ROLE, table],
  );
  return rows.map(({ privilege }) => privilege).join(', ');
};

const tables = async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace) and relkind in ('r', 'p') order by 1`,
  );
  return rows.map(({ name }) => name);
};

test('every table may be read and written, history only added to, the list of migrations only read', async () => {
  const granted = await Promise.all((await tables()).map(async (name) => [name, await privilegesOn(name)] as const));
  expect(granted.length).toBeGreaterThan(30);
  const others = granted.filter(([name]) => !history.includes(name) && name !== 'schema_migrations');
  expect(new Set(others.map(([, privileges]) => privileges))).toEqual(new Set(['select, insert, update, delete']));
  expect(Object.fromEntries(granted)).toMatchObject({
    audit_log: 'select, insert',
    ticket_ledger: 'select, insert',
    promotion_log: 'select, insert',
    schema_migrations: 'select',
  });
});

test('the application owns nothing', async () => {
  const { rows } = await owner.query(
    `select from pg_shdepend where refobjid = $1::regrole and deptype = 'o' and dbid = (select oid from pg_database where datname = current_database())`,
    [APPLICATION_ROLE],
  );
  expect(rows).toEqual([]);
});

const refused = { code: '42501' };

test.each(
  history.flatMap((table) => [
    `update ${table} set at = at`,
    `delete from ${table}`,
    `truncate ${table}`,
    `select from ${table} for update`,
    `alter table ${table} disable trigger all`,
    `drop trigger ${table}_append_only on ${table}`,
    `alter table ${table} owner to ${APPLICATION_ROLE}`,
    `drop table ${table}`,
  ]),
)('refused: %s', async (statement) => {
  await expect(application.query(statement)).rejects.toMatchObject(refused);
});

test.each([
  'truncate bookings',
  'delete from schema_migrations',
  'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$',
  'create table public.mine (id int)',
  'create table pgboss.mine (id int)',
  'set session_replication_role = replica',
  `alter role ${APPLICATION_ROLE} superuser`,
])('refused: %s', async (statement) => {
  await expect(application.query(statement)).rejects.toMatchObject(refused);
});

test('the application can neither become the owner nor give itself what it has not', async () => {
  const name = new URL(database.ownerUrl).username;
  for (const statement of [
    `set role ${name}`,
    `set session authorization ${name}`,
    `grant ${name} to ${APPLICATION_ROLE}`,
  ])
    await expect(application.query(statement)).rejects.toMatchObject(refused);
  // PostgreSQL answers this one with a mere warning.
  await application.query(`grant update, delete on audit_log to ${APPLICATION_ROLE}`);
  expect(await privilegesOn('audit_log')).toBe('select, insert');
});

test('the trigger holds where privileges do not: even the owner is refused', async () => {
  for (const table of history) await expect(owner.query(`update ${table} set at = at`)).rejects.toThrow('append-only');
});

test('granting anew takes back what was given beside it, and covers tables that came since', async () => {
  await owner.query(`grant all on audit_log, bookings to ${APPLICATION_ROLE}`);
  await owner.query(`
    create table later (id int);
    create table later_history (id int);
    create trigger later_append_only before update or delete on later_history
      for each statement execute function refuse_change()`);
  await Promise.all([grantApplicationRole(database.ownerUrl), grantApplicationRole(database.ownerUrl)]);
  expect(await privilegesOn('audit_log')).toBe('select, insert');
  expect(await privilegesOn('bookings')).toBe('select, insert, update, delete');
  expect(await privilegesOn('later')).toBe('select, insert, update, delete');
  expect(await privilegesOn('later_history')).toBe('select, insert');
});

test('an owner who is no superuser migrates, as docs/operations.md sets it up', async () => {
  const own = await createEmptyDatabase();
  const ownUrl = Object.assign(new URL(own.ownerUrl), { username: own.name, password: own.name }).href;
  try {
    await own.asOwner(`
      create role ${own.name} login password '${own.name}';
      alter database ${own.name} owner to ${own.name};
      revoke connect on database ${own.name} from public`);
    await migrateUp(ownUrl);
    await migrateUp(ownUrl);
    const client = new pg.Client({ connectionString: own.url });
    await client.connect();
    await client.query(`update studio set name = 'Own'`);
    await expect(client.query('delete from audit_log')).rejects.toMatchObject(refused);
    await client.end();
  } finally {
    await own.drop();
    await owner.query(`drop role if exists ${own.name}`);
  }
});
