import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';

let api: TestApi;
let make: ReturnType<typeof fixtures>;
let admin: string;
beforeAll(async () => {
  api = await startTestApi();
  make = fixtures(api.services.db);
  admin = api.tokenOf((await make.user({ role: 'admin' })).id, 'admin');
});
afterAll(() => api.close());

async function times(count: number, request: () => Promise<{ statusCode: number }>): Promise<number[]> {
  const answers = await Promise.all(Array.from({ length: count }, request));
  return answers.map((answer) => answer.statusCode).sort();
}

const ledgerOf = (ticketId: string) =>
  api.services.db.selectFrom('ticketLedger').select('entries').where('ticketId', '=', ticketId).execute();

test('corrections at once never take more than is left', async () => {
  const { id } = await make.ticket((await make.user()).id, 5);
  const body = { entriesDelta: -1, reason: 'race' };
  const statuses = await times(12, () => api.call('PATCH', `/admin/tickets/${id}`, { token: admin, body }));
  expect(statuses).toEqual([...Array(5).fill(200), ...Array(7).fill(409)]);
  const sum = (await ledgerOf(id)).reduce((total, { entries }) => total + entries, 0);
  expect(sum).toBe(0);
});

test.each(['freeze', 'revoke'])('%s at once happens once', async (verb) => {
  const { id } = await make.ticket((await make.user()).id, 5);
  const body = { reason: 'race' };
  const statuses = await times(8, () => api.call('POST', `/admin/tickets/${id}/${verb}`, { token: admin, body }));
  expect(statuses).toEqual([200, ...Array(7).fill(409)]);
});

test('grants for one payment at once give one ticket', async () => {
  const { db, tickets } = api.services;
  const [{ id: userId }, plan] = [await make.user(), await make.plan()];
  const { id: paymentId } = await db
    .insertInto('payments')
    .values({
      userId,
      planId: plan.id,
      planSnapshot: '{}',
      amountMinor: 1,
      currency: 'EUR',
      stripeIdempotencyKey: 'race',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const validity = { from: hoursFromNow(0), until: hoursFromNow(24) };
  const grant = { userId, planId: plan.id, paymentId, name: 'x', entries: 5, classTypeIds: null, validity };
  const granted = await Promise.all(
    Array.from({ length: 10 }, () =>
      inTransaction(db, (tx) => tickets.grantTicket(tx, { ...grant, actor: systemActor, reason: null })),
    ),
  );
  expect(new Set(granted.map(({ id }) => id)).size).toBe(1);
  expect(await ledgerOf(granted[0]?.id ?? '')).toEqual([{ entries: 5 }]);
});
