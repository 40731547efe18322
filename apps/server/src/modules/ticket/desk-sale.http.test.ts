import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';

let studio: StudioApi;
let desk: Person;
beforeAll(async () => {
  studio = await startStudioApi();
  desk = await studio.person('staff', 0);
});
afterAll(async () => {
  expect(await auditInvariants(studio.db)).toEqual([]);
  await studio.close();
});

const sell = (userId: string, body: object, headers?: Record<string, string>) =>
  desk.post(`/admin/people/${userId}/tickets`, body, headers);
const salesOf = (ticketId: string) =>
  studio.db.selectFrom('deskSales').selectAll().where('ticketId', '=', ticketId).execute();
const newcomer = () => studio.person('member', 0);

test('a member who paid at the desk has the ticket, the books say how, and no payment is made up', async () => {
  const [anna, plan] = [await newcomer(), await studio.plan()];
  const response = await sell(anna.id, { planId: plan.id, paidWith: 'cash' });
  expect(response.statusCode).toBe(201);
  const ticket = response.json();
  expect(ticket).toMatchObject({
    userId: anna.id,
    planId: plan.id,
    name: 'Five entries',
    entriesLeft: 5,
    paymentId: null,
  });
  expect((await anna.get(`/tickets/${ticket.id}`)).json().ledger).toMatchObject([
    { kind: 'grant', entries: 5, reason: 'Paid at the desk in cash' },
  ]);
  const audit = await studio.db.selectFrom('auditLog').selectAll().where('entityId', '=', ticket.id).execute();
  expect(audit).toMatchObject([
    {
      actorId: desk.id,
      actorRole: 'staff',
      action: 'ticket.grant',
      after: { userId: anna.id, paidWith: 'cash', paidMinor: 7500, currency: 'EUR' },
      reason: 'Paid at the desk in cash',
    },
  ]);
  expect(await salesOf(ticket.id)).toMatchObject([
    { amountMinor: 7500, currency: 'EUR', method: 'cash', soldBy: desk.id, soldAt: expect.anything() },
  ]);
  expect(await studio.db.selectFrom('payments').select('id').where('userId', '=', anna.id).execute()).toEqual([]);
});

test('a walk-in can be booked right after the sale', async () => {
  const [anna, plan, session] = [await newcomer(), await studio.plan(), await studio.session()];
  const book = () => desk.post(`/admin/sessions/${session.id}/bookings`, { userId: anna.id });
  expect((await book()).json()).toMatchObject({ code: 'no_usable_ticket' });
  await sell(anna.id, { planId: plan.id, paidWith: 'card_terminal', reason: 'Receipt 17' });
  expect((await book()).json()).toMatchObject({ state: 'active' });
});

test('who waits beside a free seat for want of a ticket moves up with it', async () => {
  const [anna, ben, plan] = [await studio.person('member', 1), await studio.person(), await studio.plan()];
  const [full, other] = [
    await studio.session({ capacity: 1 }),
    await studio.session({ startsAt: Temporal.Now.instant().add({ hours: 72 }) }),
  ];
  const held = await ben.book(full.id);
  await anna.book(full.id);
  await anna.book(other.id);
  await ben.post(`/bookings/${held.id}/cancel`);
  const stateOfAnna = async () =>
    (await anna.get('/bookings')).json().items.find((item: { session: { id: string } }) => item.session.id === full.id)
      .state;
  expect(await stateOfAnna()).toBe('waiting');
  await sell(anna.id, { planId: plan.id, paidWith: 'cash' });
  expect(await stateOfAnna()).toBe('active');
});

test('what is given away needs a reason, unless it costs nothing', async () => {
  const [anna, plan, trial] = [await newcomer(), await studio.plan(), await studio.plan({ priceMinor: 0 })];
  expect((await sell(anna.id, { planId: plan.id, paidWith: 'free' })).json()).toMatchObject({
    status: 400,
    code: 'validation_failed',
    errors: [{ field: 'reason' }],
  });
  const given = (await sell(anna.id, { planId: plan.id, paidWith: 'free', reason: 'Won it in the raffle' })).json();
  const { after, reason } = await studio.db
    .selectFrom('auditLog')
    .selectAll()
    .where('entityId', '=', given.id)
    .executeTakeFirstOrThrow();
  expect(after).toMatchObject({ paidWith: 'free', paidMinor: 0 });
  expect(reason).toBe('Given at the desk: Won it in the raffle');
  expect(await salesOf(given.id)).toEqual([]);
  expect((await sell(anna.id, { planId: trial.id, paidWith: 'free' })).statusCode).toBe(201);
});

test('with a key is sold once', async () => {
  const [anna, plan] = [await newcomer(), await studio.plan()];
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const responses = await Promise.all(
    [1, 2, 3].map(() => sell(anna.id, { planId: plan.id, paidWith: 'cash' }, headers)),
  );
  expect(new Set(responses.map((response) => response.json().id)).size).toBe(1);
  expect((await anna.get('/tickets')).json().items).toHaveLength(1);
});

test('only what is for sale, and only to somebody', async () => {
  const [anna, plan] = [await newcomer(), await studio.plan()];
  const archived = await studio.plan({ archivedAt: Temporal.Now.instant() });
  const cash = { paidWith: 'cash' };
  expect((await sell(anna.id, { ...cash, planId: archived.id })).json()).toMatchObject({ code: 'plan_not_for_sale' });
  expect((await sell(anna.id, { ...cash, planId: crypto.randomUUID() })).json()).toMatchObject({ code: 'not_found' });
  expect((await sell(crypto.randomUUID(), { ...cash, planId: plan.id })).json()).toMatchObject({ code: 'not_found' });
  expect((await sell(anna.id, { planId: plan.id, paidWith: 'shells' })).statusCode).toBe(400);
  expect((await anna.post(`/admin/people/${anna.id}/tickets`, { ...cash, planId: plan.id })).statusCode).toBe(403);
  expect((await anna.get('/tickets')).json().items).toEqual([]);
});
