import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtures, hoursFromNow } from '../../../../test-support/fixtures.ts';
import { queuedJobs } from '../../../../test-support/queued-jobs.ts';
import { rewriteSql } from '../../../../test-support/rewrite-sql.ts';
import { startTestApi, type TestApi } from '../../../../test-support/test-api.ts';
import { oneTimeLinkJob } from '../../identity/identity-jobs.ts';

let api: TestApi;
let token: string;
let adminId: string;
let statements = 0;
rewriteSql((text) => {
  statements += 1;
  return text;
});
beforeAll(async () => {
  api = await startTestApi();
  const make = fixtures(api.services.db);
  adminId = (await make.user({ role: 'admin' })).id;
  token = api.tokenOf(adminId, 'admin');
  await make.plan({ name: 'Ten entries', entries: 10 });
});
afterAll(() => api.close());

const mapping = { name: 'Name', email: 'Mail', plan: 'Plan', entries: 'Left' };
const post = (csv: string, body: object = {}, headers: Record<string, string> = {}) =>
  api.call('POST', '/admin/imports/members', { token, headers, body: { csv, mapping, ...body } });
const file = (...lines: string[]) => ['Name;Mail;Plan;Left', ...lines].join('\n');
const address = () => `${crypto.randomUUID()}@import.example`;
const userOf = (email: string) =>
  api.services.db.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirst();
const ticketsOf = async (email: string) => {
  const user = await userOf(email);
  return api.services.db
    .selectFrom('tickets')
    .selectAll()
    .where('userId', '=', user?.id ?? null)
    .execute();
};
const auditOf = (action: 'import.run' | 'ticket.grant' | 'user.create') =>
  api.services.db.selectFrom('auditLog').selectAll().where('action', '=', action).orderBy('id').execute();

test('the columns of a file are told with samples and what they seem to hold', async () => {
  const csv = 'Vorname;Nachname;E-Mail\nŽiva;Čuk;z@a.si\n';
  const answer = await api.call('POST', '/admin/imports/members/columns', { token, body: { csv } });
  expect(answer.json()).toEqual({
    rows: 1,
    columns: [
      { name: 'Vorname', samples: ['Živa'] },
      { name: 'Nachname', samples: ['Čuk'] },
      { name: 'E-Mail', samples: ['z@a.si'] },
    ],
    mapping: { firstName: 'Vorname', lastName: 'Nachname', email: 'E-Mail' },
  });
});

describe('a rehearsal', () => {
  test('tells row by row what would be done, and does nothing', async () => {
    const [fresh, known] = [address(), address()];
    await fixtures(api.services.db).user({ email: known });
    const csv = file(`Eva;${fresh};Ten entries;3`, `;${known.toUpperCase()};;`, 'Ana;nobody;Eleven;x');
    const response = await post(csv, { dryRun: true, invite: true });
    expect([response.statusCode, response.json().totals]).toEqual([
      200,
      { rows: 3, created: 1, matched: 1, failed: 1, tickets: 1, warned: 0, invitations: 1 },
    ]);
    expect(response.json().rows).toMatchObject([
      { line: 2, outcome: 'created', ticket: { name: 'Ten entries', entries: 3 }, errors: [] },
      { line: 3, outcome: 'matched', ticket: null },
      {
        line: 4,
        outcome: 'failed',
        errors: [
          { field: 'email', column: 'Mail', code: 'email_invalid' },
          { field: 'entries', column: 'Left', code: 'entries_invalid' },
          { field: 'plan', column: 'Plan', code: 'plan_unknown' },
        ],
      },
    ]);
    expect(await userOf(fresh)).toBeUndefined();
  });
});

test('a file that comes again says who has such a ticket already, as long as that can be used', async () => {
  const [ana, eva] = [address(), address()];
  const csv = file(`Ana;${ana};Ten entries;`, `Eva;${eva};Ten entries;`);
  expect((await post(csv)).json().totals).toMatchObject({ tickets: 2, warned: 0 });
  const [revoked] = await ticketsOf(eva);
  const path = `/admin/tickets/${revoked?.id}/revoke`;
  await api.call('POST', path, { token, body: { reason: 'Moved away' } });
  const again = (await post(csv, { dryRun: true })).json();
  expect(again.totals).toMatchObject({ failed: 0, tickets: 2, warned: 1 });
  expect(again.rows).toMatchObject([{ warnings: ['has_such_ticket'] }, { warnings: [] }]);
});

describe('an import', () => {
  test('makes accounts and tickets with one audit row of its own, and mails nobody unasked', async () => {
    const [fresh, known] = [address(), address()];
    await fixtures(api.services.db).user({ email: known, name: 'Keeps her name' });
    const before = (await auditOf('ticket.grant')).length;
    const csv = file(`Eva;${fresh};Ten entries;3`, `Other;${known};ten ENTRIES;`);
    const response = await post(csv, { fileName: 'members.csv' });
    expect([response.statusCode, response.json().totals]).toEqual([
      201,
      { rows: 2, created: 1, matched: 1, failed: 0, tickets: 2, warned: 0, invitations: 0 },
    ]);
    expect(await userOf(fresh)).toMatchObject({ name: 'Eva', role: 'member', passwordHash: 'none' });
    expect((await userOf(known))?.name).toBe('Keeps her name');
    expect(await ticketsOf(fresh)).toMatchObject([{ name: 'Ten entries', entriesLeft: 3, unlimited: false }]);
    expect(await ticketsOf(known)).toMatchObject([{ name: 'Ten entries', entriesLeft: 10 }]);
    expect((await auditOf('import.run')).at(-1)?.after).toMatchObject({
      fileName: 'members.csv',
      created: 1,
      matched: 1,
      tickets: 2,
      invited: false,
    });
    expect((await auditOf('ticket.grant')).slice(before)).toMatchObject([{ reason: 'import' }, { reason: 'import' }]);
    expect((await auditOf('user.create')).at(-1)).toMatchObject({
      entityId: (await userOf(fresh))?.id,
      actorId: adminId,
      after: { role: 'member' },
      reason: 'import',
    });
    expect(await queuedJobs(api.services.db, oneTimeLinkJob)).toEqual([]);
  });

  test('with an error in one row writes nothing of all rows', async () => {
    const fresh = address();
    const response = await post(file(`Eva;${fresh};Ten entries;3`, `;${address()};;`));
    expect([response.statusCode, response.json().code]).toEqual([409, 'import_has_errors']);
    expect(response.json()).toMatchObject({
      totals: { created: 1, failed: 1 },
      rows: [{}, { line: 3, errors: [{ field: 'name', column: 'Name', code: 'required' }] }],
    });
    expect(await userOf(fresh)).toBeUndefined();
  });

  test('with a key happens once', async () => {
    const fresh = address();
    const csv = file(`Eva;${fresh};Ten entries;`);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const [first, second] = await Promise.all([post(csv, {}, key), post(csv, {}, key)]);
    expect([first.statusCode, second.statusCode, second.json()]).toEqual([201, 201, first.json()]);
    expect(await ticketsOf(fresh)).toHaveLength(1);
    expect((await post(file(`Eva;${fresh};;`), {}, key)).json().code).toBe('idempotency_key_reused');
  });

  test('invites whom it makes, when that is wanted', async () => {
    const known = address();
    await fixtures(api.services.db).user({ email: known });
    await post(file(`Eva;${address()};;`, `Ana;${address()};;`, `;${known};;`), { invite: true });
    expect(await queuedJobs(api.services.db, oneTimeLinkJob)).toHaveLength(2);
  });

  test('moves up whoever waits beside a free seat for want of a ticket', async () => {
    const { db } = api.services;
    const make = fixtures(db);
    const { id: userId, email } = await make.user();
    const session = await make.session({ waitingCount: 1 });
    const empty = await make.ticket(userId, 0);
    await db
      .insertInto('bookings')
      .values({
        sessionId: session.id,
        userId,
        ticketId: empty.id,
        state: 'waiting',
        queueNumber: 1,
        startsAt: session.startsAt,
        endsAt: session.endsAt,
      })
      .execute();
    expect((await post(file(`;${email};Ten entries;`))).statusCode).toBe(201);
    expect(await db.selectFrom('bookings').select('state').where('userId', '=', userId).execute()).toEqual([
      { state: 'active' },
    ]);
    expect((await ticketsOf(email)).map(({ entriesLeft }) => entriesLeft)).toEqual([0, 9]);
  });

  test('of ten thousand rows is a matter of seconds and of few statements', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `Member ${n};m${n}@crowd.example;Ten entries;5`);
    const accounts = (await auditOf('user.create')).length;
    const before = statements;
    const began = performance.now();
    const response = await post(file(...rows), { invite: true });
    expect(response.json().totals).toMatchObject({ created: 10_000, tickets: 10_000 });
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(statements - before).toBeLessThan(200);
    expect((await auditOf('user.create')).length - accounts).toBe(10_000);
  });

  test.each([
    ['a column that is not there', file('Eva;e@a.si;;'), { mapping: { email: 'Post' } }, 400, 'validation_failed'],
    ['no UTF-8', file('\uFFFDiva;e@a.si;;'), {}, 400, 'validation_failed'],
    ['no column with addresses', file('Eva;e@a.si;;'), { mapping: { name: 'Name' } }, 400, 'validation_failed'],
    ['too much', file('x'.repeat(11 * 1024 * 1024)), {}, 413, 'body_too_large'],
  ])('refuses %s', async (_, csv, body, status, code) => {
    const response = await post(csv, body);
    expect([response.statusCode, response.json().code]).toEqual([status, code]);
  });

  test('a file that cannot be read is refused with a code and what it is about', async () => {
    const response = await post('Name;Mail;Mail\nEva;e@a.si;');
    expect(response.json().errors).toEqual([
      { field: 'csv', message: expect.any(String), code: 'column_twice', values: { column: 'Mail' } },
    ]);
  });
});

test('entries and days without a plan make a ticket of their own', async () => {
  const email = address();
  const day = hoursFromNow(24 * 40)
    .toZonedDateTimeISO('UTC')
    .toPlainDate();
  const csv = `E,N,Left,Until\n${email},Eva,unlimited,${day.month}/${day.day}/${day.year}`;
  const wanted = { mapping: { email: 'E', name: 'N', entries: 'Left', validUntil: 'Until' }, dayOrder: 'mdy' };
  expect((await post(csv, wanted)).statusCode).toBe(201);
  expect(await ticketsOf(email)).toMatchObject([
    { name: 'Unlimited', unlimited: true, planId: null, classTypeIds: null },
  ]);
});
