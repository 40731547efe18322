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
    total: { gross: 30_000, refunds: 10_000, net: 20_000 },
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
    { day: '2025-10-25', gross: 7500, refunds: 1500, net: 6000 },
    { day: '2025-10-26', gross: 0, refunds: 6000, net: -6000 },
  ]);
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

/** A ticket of its own member, made when it begins; entries are granted, then spent one by one. */
async function ticket(from: string, until: string, entries: number | null, spentAt: string[] = []) {
  const validFrom = instant(from);
  const owner = await api.user({ createdAt: validFrom });
  const { id } = await api.db
    .insertInto('tickets')
    .values({
      userId: owner.id,
      name: 'Ticket',
      unlimited: entries === null,
      entriesLeft: entries === null ? null : entries - spentAt.length,
      validFrom,
      validUntil: instant(until),
      createdAt: validFrom,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await api.db
    .insertInto('ticketLedger')
    .values({ ticketId: id, kind: 'grant', entries: entries ?? 0, at: validFrom })
    .execute();
  for (const at of spentAt) {
    const reason = { kind: 'adjust' as const, reason: 'by hand' };
    await api.db
      .insertInto('ticketLedger')
      .values({ ticketId: id, entries: -1, at: instant(at), ...reason })
      .execute();
  }
  return { id, userId: owner.id };
}

test('active tickets as they stood then: running, with something left, not revoked', async () => {
  const at = async (day: string) => (await chart('kpis', day, day)).activeTickets;
  await ticket('2024-06-01T00:00', '2024-07-01T00:00', null);
  await ticket('2024-06-01T00:00', '2024-07-01T00:00', 2, ['2024-06-05T12:00', '2024-06-10T12:00']);
  const revoked = await ticket('2024-06-01T00:00', '2024-07-01T00:00', 5);
  const state = { state: 'revoked', revokedAt: instant('2024-06-15T12:00') } as const;
  await api.db.updateTable('tickets').set(state).where('id', '=', revoked.id).execute();
  expect(await at('2024-05-31')).toEqual({ value: 0, previous: 0, change: null });
  expect(await at('2024-06-09')).toEqual({ value: 3, previous: 3, change: 0 });
  expect(await at('2024-06-10')).toEqual({ value: 2, previous: 3, change: -0.3333 });
  expect(await at('2024-06-15')).toMatchObject({ value: 1 });
  expect(await at('2024-06-30')).toMatchObject({ value: 1 });
  expect(await at('2024-07-01')).toEqual({ value: 0, previous: 1, change: -1 });
});

test('ticket usage: what the ledger says, what expired, and bookings per unlimited ticket', async () => {
  const { at, booking } = pastSessions(api.db);
  const unlimited = await ticket('2023-04-01T00:00', '2023-04-30T00:00', null);
  await ticket('2023-04-01T00:00', '2023-04-30T00:00', null);
  const limited = await ticket('2023-04-10T00:00', '2023-04-20T00:00', 10, ['2023-04-11T12:00']);
  for (const day of [3, 4, 5]) {
    const canceled = day === 5 ? ({ canceledReason: 'member' } as const) : {};
    await booking(await at(`2023-04-0${day}T18:00[${HOME}]`), {
      ...unlimited,
      ticketId: unlimited.id,
      id: undefined,
      ...canceled,
    });
  }
  const { id: bookingId } = await booking(await at(`2023-04-12T18:00[${HOME}]`), {
    userId: limited.userId,
    ticketId: limited.id,
  });
  for (const [kind, entries] of [
    ['spend', -1],
    ['return', 1],
  ] as const) {
    const values = { ticketId: limited.id, kind, entries, bookingId, at: instant('2023-04-12T12:00') };
    await api.db.insertInto('ticketLedger').values(values).execute();
  }
  const april = await chart('ticket-usage', '2023-04-01', '2023-04-30');
  expect(april).toMatchObject({
    entries: { granted: 10, spent: 1, returned: 1, adjusted: -1, revoked: 0, expired: 9 },
    unlimited: { tickets: 2, bookings: 2, bookingsPerTicket: 1 },
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
