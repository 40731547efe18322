import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtures } from '../../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../../test-support/test-api.ts';

let api: TestApi;
let token: string;
beforeAll(async () => {
  api = await startTestApi();
  const make = fixtures(api.services.db);
  token = api.tokenOf((await make.user({ role: 'admin' })).id, 'admin');
  await make.plan({ name: 'Ten entries', entries: 10 });
});
afterAll(() => api.close());

const mapping = { name: 'Name', email: 'Mail', plan: 'Plan' };
const importFile = async (...lines: string[]) => {
  const csv = ['Name;Mail;Plan', ...lines].join('\n');
  return api.call('POST', '/admin/imports/members', { token, body: { csv, mapping } });
};
const namesOf = async (...emails: string[]) => {
  const users = await api.services.db.selectFrom('users').select('name').where('email', 'in', emails).execute();
  return users.map(({ name }) => name).sort();
};

async function somebodyWaits(): Promise<void> {
  await expect
    .poll(async () => {
      const waiting = sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      return (await waiting.execute(api.services.db)).rows.length;
    })
    .toBeGreaterThan(0);
}

test('whoever signs up in the middle of an import keeps the account and gets the ticket', async () => {
  const { db } = api.services;
  const signUp = await db.startTransaction().execute();
  const ana = { email: 'ana@race.example', name: 'Signed up', passwordHash: 'unusable', role: 'member' as const };
  await signUp.insertInto('users').values(ana).execute();
  const importing = importFile('Eva;eva@race.example;Ten entries', 'From the file;ana@race.example;Ten entries');
  await somebodyWaits();
  await signUp.commit().execute();

  const response = await importing;
  expect([response.statusCode, response.json().totals]).toMatchObject([201, { created: 1, matched: 1, tickets: 2 }]);
  expect(await namesOf(ana.email, 'eva@race.example')).toEqual(['Eva', 'Signed up']);
  const audit = db.selectFrom('auditLog').select('id');
  expect(await audit.where('action', '=', 'user.create').execute()).toHaveLength(1);
  expect(await audit.where('action', '=', 'import.run').execute()).toHaveLength(1);
});

test('when addresses are taken again and again the import is to be tried later, and nothing of it was done', async () => {
  await api.asOwner(`
    create function lose_the_race() returns trigger language plpgsql as 'begin return null; end';
    create trigger lose_the_race before insert on users for each row
      when (new.email = 'late@race.example') execute function lose_the_race()`);
  const response = await importFile('Nika;nika@race.example;', 'Late;late@race.example;');
  expect([response.statusCode, response.json().code, response.headers['retry-after']]).toEqual([503, 'busy', '1']);
  expect(await namesOf('nika@race.example', 'late@race.example')).toEqual([]);
});
