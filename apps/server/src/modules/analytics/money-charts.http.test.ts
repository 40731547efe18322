import { afterAll, beforeAll, expect, test } from 'vitest';
import { pastSessions } from '../../../test-support/past-sessions.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';

const HOME = 'Europe/Ljubljana';

let api: StudioApi;
let admin: Person;
let member: string;
let planId: string;

beforeAll(async () => {
  api = await startStudioApi();
  admin = await api.person('admin');
  await api.db.updateTable('studio').set({ timeZone: HOME }).execute();
  member = (await api.user({ createdAt: instant('2025-01-01T12:00') })).id;
  planId = (await api.plan()).id;
});
afterAll(() => api.close());

/** A wall time of the studio. */
const instant = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(HOME).toInstant();
const chart = async (path: string, from: string, to: string) => {
  const response = await admin.get(`/admin/analytics/${path}?from=${from}&to=${to}`);
  expect(response.statusCode).toBe(200);
  return response.json();
};

type PaymentRow = Parameters<ReturnType<typeof insertPayments>['values']>[0];
const insertPayments = () => api.db.insertInto('payments');

async function payment(row: Partial<Exclude<PaymentRow, readonly unknown[] | ((...never: never[]) => unknown)>>) {
  const values = {
    userId: member,
    planId,
    planSnapshot: '{}',
    amountMinor: 7500,
    currency: 'EUR',
    status: 'paid' as const,
  };
  const stripeIdempotencyKey = crypto.randomUUID();
  const { id } = await insertPayments()
    .values({ ...values, stripeIdempotencyKey, ...row })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function refund(paymentId: string, amountMinor: number, succeededAt: string | null) {
  const status = succeededAt ? 'succeeded' : 'failed';
  const when = succeededAt ? { succeededAt: instant(succeededAt) } : {};
  const stripeIdempotencyKey = crypto.randomUUID();
  await api.db
    .insertInto('refunds')
    .values({ paymentId, amountMinor, reason: 'asked', status, stripeIdempotencyKey, ...when })
    .execute();
}

test('revenue: on the day at the studio, refunds on the day they succeeded, both days of the clocks', async () => {
  await payment({ paidAt: instant('2025-03-29T23:59:59') });
  await payment({ paidAt: instant('2025-03-30T00:00') });
  const partly = await payment({
    paidAt: instant('2025-03-30T23:59:59'),
    status: 'partially_refunded',
    refundedMinor: 2500,
  });
  await refund(partly, 2000, '2025-03-31T00:00');
  await refund(partly, 500, '2025-04-01T12:00');
  await refund(partly, 100, null);
  const fully = await payment({ paidAt: instant('2025-03-31T12:00'), status: 'refunded', refundedMinor: 7500 });
  await refund(fully, 7500, '2025-03-31T18:00');
  await payment({ paidAt: instant('2025-03-31T12:00'), amountMinor: 9900, currency: 'USD' });
  // Never came in, so that its way back is none of ours.
  const strange = await payment({ status: 'quarantined', quarantineReason: 'amount_mismatch' });
  await refund(strange, 7500, '2025-03-31T12:00');
  await payment({ status: 'expired' });

  expect(await chart('revenue', '2025-03-29', '2025-04-01')).toMatchObject({
    currency: 'EUR',
    total: { gross: 30_000, refunds: 10_000, net: 20_000, desk: 0 },
    items: [
      { day: '2025-03-29', gross: 7500, refunds: 0, net: 7500 },
      { day: '2025-03-30', gross: 15_000, refunds: 0, net: 15_000 },
      { day: '2025-03-31', gross: 7500, refunds: 9500, net: -2000 },
      { day: '2025-04-01', gross: 0, refunds: 500, net: -500 },
    ],
    otherCurrencies: [{ currency: 'USD', gross: 9900, refunds: 0, net: 9900 }],
  });
});

test('a lost dispute takes what refunds have not given back', async () => {
  const lost = await payment({ paidAt: instant('2025-10-25T12:00'), status: 'refunded', refundedMinor: 7500 });
  await refund(lost, 1500, '2025-10-25T13:00');
  await api.db
    .insertInto('paymentTransitions')
    .values({
      paymentId: lost,
      fromStatus: 'disputed',
      toStatus: 'refunded',
      cause: 'dispute_lost',
      at: instant('2025-10-26T23:30'),
    })
    .execute();
  expect((await chart('revenue', '2025-10-25', '2025-10-26')).items).toEqual([
    { day: '2025-10-25', gross: 7500, refunds: 1500, net: 6000, desk: 0 },
    { day: '2025-10-26', gross: 0, refunds: 6000, net: -6000, desk: 0 },
  ]);
});

async function deskSale(soldAt: string, amountMinor: number, currency = 'EUR') {
  const { id: ticketId } = await api.ticket(member);
  const sale = { ticketId, amountMinor, currency, method: 'cash' as const, soldBy: admin.id, soldAt: instant(soldAt) };
  await api.db.insertInto('deskSales').values(sale).execute();
}

test('what was taken at the desk counts on its day, apart from what Stripe took', async () => {
  await deskSale('2023-10-28T23:59:59', 1200);
  await deskSale('2023-10-29T00:00', 5000);
  await deskSale('2023-10-29T23:59:59', 2500);
  await deskSale('2023-10-29T12:00', 9900, 'USD');
  await deskSale('2023-10-31T00:00', 1200);
  await payment({ paidAt: instant('2023-10-29T12:00') });
  expect(await chart('revenue', '2023-10-29', '2023-10-30')).toMatchObject({
    total: { gross: 7500, refunds: 0, net: 7500, desk: 7500 },
    items: [
      { day: '2023-10-29', gross: 7500, refunds: 0, net: 7500, desk: 7500 },
      { day: '2023-10-30', gross: 0, refunds: 0, net: 0, desk: 0 },
    ],
    otherCurrencies: [{ currency: 'USD', gross: 0, refunds: 0, net: 0, desk: 9900 }],
  });
  const file = (await admin.get('/admin/analytics/revenue?from=2023-10-29&to=2023-10-29&format=csv')).body;
  expect(file).toBe(
    'day,gross_minor,refunds_minor,net_minor,desk_minor,currency\r\n2023-10-29,7500,0,7500,7500,EUR\r\n',
  );
  const { revenue } = await chart('kpis', '2023-10-29', '2023-10-29');
  expect(revenue).toMatchObject({ value: 7500, previous: 0 });
});

test('a sale at the desk is in the revenue of today', async () => {
  const today = Temporal.Now.zonedDateTimeISO(HOME).toPlainDate().toString();
  const taken = async () => (await chart('revenue', today, today)).total.desk;
  const before = await taken();
  const sell = (paidWith: string) =>
    admin.post(`/admin/people/${member}/tickets`, { planId, paidWith, reason: 'Came by' });
  for (const paidWith of ['cash', 'card_terminal', 'free']) expect((await sell(paidWith)).statusCode).toBe(201);
  expect((await taken()) - before).toBe(15_000);
});

test('the day a refund succeeds is written down once', async () => {
  const paid = await payment({ paidAt: instant('2024-05-01T12:00') });
  await refund(paid, 100, null);
  const change = (status: 'pending' | 'succeeded' | 'failed') =>
    api.db
      .updateTable('refunds')
      .set({ status })
      .where('paymentId', '=', paid)
      .returning('succeededAt')
      .executeTakeFirstOrThrow();
  expect((await change('pending')).succeededAt).toBeNull();
  const first = await change('succeeded');
  expect(first.succeededAt).not.toBeNull();
  expect(await change('succeeded')).toEqual(first);
  expect((await change('failed')).succeededAt).toBeNull();
});

test('registrations: by day, erased members too, days without any as well', async () => {
  await api.user({ createdAt: instant('2025-10-25T23:59') });
  await api.user({ createdAt: instant('2025-10-26T00:00'), deletedAt: Temporal.Now.instant() });
  await api.user({ createdAt: Temporal.Instant.from('2025-10-26T01:30:00Z') });
  await api.user({ createdAt: instant('2025-10-26T23:59') });
  expect(await chart('registrations', '2025-10-25', '2025-10-27')).toMatchObject({
    total: 4,
    items: [
      { day: '2025-10-25', count: 1 },
      { day: '2025-10-26', count: 3 },
      { day: '2025-10-27', count: 0 },
    ],
  });
});

test('the figures at a glance, against as many days before', async () => {
  const { at, booking } = pastSessions(api.db);
  for (const day of [8, 9, 9]) await booking(await at(`2022-02-0${day}T18:00[${HOME}]`));
  await payment({ paidAt: instant('2022-02-08T12:00') });
  const refunded = await payment({
    paidAt: instant('2022-02-09T12:00'),
    status: 'partially_refunded',
    refundedMinor: 1500,
  });
  await refund(refunded, 1500, '2022-02-09T13:00');
  await api.user({ createdAt: instant('2022-02-08T12:00') });
  await api.user({ createdAt: instant('2022-02-09T12:00'), deletedAt: Temporal.Now.instant() });
  expect(await chart('kpis', '2022-02-09', '2022-02-09')).toEqual({
    period: { from: '2022-02-09', to: '2022-02-09', timeZone: HOME },
    totalUsers: { value: 2, previous: 1, change: 1 },
    activeTickets: { value: 0, previous: 0, change: null },
    activeBookings: { value: 2, previous: 1, change: 1 },
    revenue: { value: 6000, previous: 7500, change: -0.2, currency: 'EUR' },
  });
});
