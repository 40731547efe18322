import Schema from 'typebox/value';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bookingEventsJob } from '#modules/booking/index.ts';
import { paymentEventsJob } from '#modules/payment/index.ts';
import type { JobDefinition, PayloadOf } from '#platform/jobs/define-job.ts';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { subscribableTypes, type WebhookEventType, webhookEvents } from './webhook-events.ts';
import { webhookJobs } from './webhook-job-handlers.ts';
import { deliverWebhookJob } from './webhook-jobs.ts';

let studio: StudioApi;
let admin: Person;
beforeAll(async () => {
  studio = await startStudioApi();
  admin = await studio.person('admin');
});
afterAll(() => studio.close());
beforeEach(async () => {
  await studio.db.deleteFrom('webhookEvents').execute();
  await studio.db.deleteFrom('webhookSubscriptions').execute();
});

async function work<D extends JobDefinition>(job: D, payload: PayloadOf<D>): Promise<void> {
  const registered = webhookJobs(studio.services).find(({ definition }) => definition.name === job.name);
  await registered?.handle(payload, new AbortController().signal);
}

/** Hears everything that was told about bookings until now; what was heard before must not count twice. */
async function hearBookings(): Promise<void> {
  for (const payload of await queuedJobs(studio.db, bookingEventsJob)) await work(bookingEventsJob, payload);
}

async function subscribe(eventTypes: readonly string[] = subscribableTypes): Promise<string> {
  const response = await admin.post('/admin/webhooks', { url: 'https://example.com/hooks', eventTypes });
  expect(response.statusCode).toBe(201);
  return response.json().id;
}

async function recorded() {
  const rows = await studio.db.selectFrom('webhookEvents').selectAll().orderBy('id').execute();
  for (const { type, payload } of rows) {
    expect([...Schema.Errors(webhookEvents[type as WebhookEventType], payload)]).toEqual([]);
  }
  return rows;
}

const typesOf = async () => (await recorded()).map(({ type }) => type).sort();
const deliveries = () => studio.db.selectFrom('webhookDeliveries').selectAll().execute();

test('the life of a booking', async () => {
  await subscribe();
  const [anna, ben] = [await studio.person(), await studio.person()];
  const session = await studio.session({ capacity: 1 });
  const booking = await anna.book(session.id);
  const waiting = await ben.book(session.id);
  await anna.post(`/bookings/${booking.id}/cancel`);
  await hearBookings();
  const events = (await recorded()).filter(
    ({ payload }) => (payload as { sessionId: string }).sessionId === session.id,
  );
  expect(events.map(({ type, payload }) => [type, (payload as { bookingId: string }).bookingId]).sort()).toEqual(
    [
      ['booking.confirmed', booking.id],
      ['booking.waiting', waiting.id],
      ['booking.canceled', booking.id],
      ['booking.promoted', waiting.id],
    ].sort(),
  );
  const canceled = events.find(({ type }) => type === 'booking.canceled');
  expect(canceled?.payload).toEqual({
    bookingId: booking.id,
    memberId: anna.id,
    sessionId: session.id,
    classId: session.classTypeId,
    ticketId: booking.ticketId,
    state: 'canceled',
    canceledReason: 'member',
    startsAt: session.startsAt.toString(),
    endsAt: session.endsAt.toString(),
  });
  const confirmed = events.find(({ type }) => type === 'booking.confirmed');
  expect(confirmed?.payload).toMatchObject({ state: 'active', canceledReason: null });
});

test('a session that moves is told once, however many booked it, and again when it moves again', async () => {
  await subscribe(['session.moved', 'session.instructor_changed', 'session.canceled']);
  const session = await studio.session();
  for (let i = 0; i < 3; i += 1) await (await studio.person()).book(session.id);
  const patch = (hours: number) => {
    const startsAt = hoursFromNow(hours);
    const times = { startsAt: startsAt.toString(), endsAt: startsAt.add({ hours: 1 }).toString() };
    return admin.patch(`/admin/sessions/${session.id}`, times);
  };
  expect((await patch(72)).statusCode).toBe(200);
  expect((await patch(96)).statusCode).toBe(200);
  await admin.patch(`/admin/sessions/${session.id}`, { instructorId: await studio.instructor() });
  await admin.post(`/admin/sessions/${session.id}/cancel`, { reason: 'Mira is ill' });
  await hearBookings();
  await hearBookings();
  const types = ['session.canceled', 'session.instructor_changed', 'session.moved', 'session.moved'];
  expect(await typesOf()).toEqual(types);
  expect(JSON.stringify(await recorded())).not.toContain('Mira is ill');
});

test('each webhook gets what it listens to, once, in the transaction that records the event', async () => {
  const [first, second] = [await subscribe(['booking.confirmed']), await subscribe(['booking.confirmed'])];
  await subscribe(['session.moved']);
  await (await studio.person()).book((await studio.session()).id);
  const told = (await queuedJobs(studio.db, bookingEventsJob)).at(-1) ?? { events: [] };
  await work(bookingEventsJob, told);
  await work(bookingEventsJob, told);
  const rows = await deliveries();
  expect(rows.map(({ subscriptionId }) => subscriptionId).sort()).toEqual([first, second].sort());
  const queued = (await queuedJobs(studio.db, deliverWebhookJob)).slice(-2);
  expect(queued.map(({ deliveryId }) => deliveryId).sort()).toEqual(rows.map(({ id }) => id).sort());
});

test.each([
  ['nobody', async () => {}],
  ['others only', async () => void (await subscribe(['payment.paid']))],
  [
    'a webhook that is switched off',
    async () => void (await admin.patch(`/admin/webhooks/${await subscribe()}`, { active: false })),
  ],
  ['a deleted webhook', async () => void (await admin.delete(`/admin/webhooks/${await subscribe()}`))],
])('nothing is recorded when it is heard by %s', async (_, listen) => {
  await listen();
  await (await studio.person()).book((await studio.session()).id);
  await hearBookings();
  expect(await recorded()).toEqual([]);
});

test('two workers that hear the same at once record it once', async () => {
  await subscribe();
  await (await studio.person()).book((await studio.session()).id);
  const told = (await queuedJobs(studio.db, bookingEventsJob)).at(-1) ?? { events: [] };
  await Promise.all([1, 2, 3, 4].map(() => work(bookingEventsJob, told)));
  expect(await typesOf()).toEqual(['booking.confirmed']);
  expect(await deliveries()).toHaveLength(1);
});

test('purchases, and each refund of them', async () => {
  await subscribe();
  const { id: userId } = await studio.user();
  const { id: planId } = await studio.plan();
  const payment = await studio.db
    .insertInto('payments')
    .values({
      userId,
      planId,
      planSnapshot: '{}',
      amountMinor: 7_500,
      currency: 'EUR',
      stripeIdempotencyKey: crypto.randomUUID(),
      status: 'paid',
      paidAt: hoursFromNow(-1),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const [one, two] = [crypto.randomUUID(), crypto.randomUUID()];
  const paymentId = payment.id;
  const events: PayloadOf<typeof paymentEventsJob>['events'] = [
    { kind: 'ticket_bought', paymentId },
    { kind: 'payment_refunded', paymentId, refundId: one },
    { kind: 'payment_refunded', paymentId, refundId: two },
  ];
  await work(paymentEventsJob, { events });
  await work(paymentEventsJob, { events });
  const rows = await recorded();
  expect(rows.map(({ type, payload }) => [type, (payload as { refundId: string }).refundId])).toEqual(
    expect.arrayContaining([
      ['payment.paid', null],
      ['payment.refunded', one],
      ['payment.refunded', two],
    ]),
  );
  expect(rows).toHaveLength(3);
  expect(rows[0]?.occurredAt).toEqual(payment.paidAt);
  expect(rows[0]?.payload).toEqual({
    paymentId,
    memberId: userId,
    planId,
    status: 'paid',
    amount: 7_500,
    refundedAmount: 0,
    currency: 'EUR',
    refundId: null,
  });
});
