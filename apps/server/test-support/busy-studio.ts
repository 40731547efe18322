import { randomUUIDv7 } from 'node:crypto';
import { recordAudit, systemActor } from '#modules/audit/index.ts';
import { runSeatBatch, type SeatCommand, sendInTransaction } from '#modules/booking/index.ts';
import { createTicketService, type TicketGrant } from '#modules/ticket/index.ts';
import type { Database } from '../src/platform/db/database.ts';
import { inTransaction } from '../src/platform/db/transaction.ts';
import { fixtures, hoursFromNow } from './fixtures.ts';

/** Nobody waits anywhere while the tickets below are handed out, and none is revoked while it holds a seat. */
const tickets = createTicketService({
  seats: { afterGain: (_tx, _userId, change) => change(), afterRevocation: (_tx, _ticketId, change) => change() },
});

/**
 * A small studio with one of everything that invariants are about, made by the rules themselves: Anna holds the only seat of
 * `full` on a bought ticket, Ben waits for it. Cara's and Dora's bookings were canceled by themselves, by staff, late, and
 * with their session. Eva's purchase was refunded.
 */
export async function busyStudio(db: Database) {
  const make = fixtures(db);
  const [admin, anna, ben, cara, dora, eva] = await Promise.all(
    ['Admin', 'Anna', 'Ben', 'Cara', 'Dora', 'Eva'].map((name) =>
      make.user({ name, role: name === 'Admin' ? 'admin' : 'member' }),
    ),
  ).then((users) => users.map((user) => user.id) as [string, string, string, string, string, string]);
  const [full, open, canceled] = await Promise.all([
    make.session({ capacity: 1 }),
    make.session({ startsAt: hoursFromNow(72), endsAt: hoursFromNow(73) }),
    make.session({ startsAt: hoursFromNow(96), endsAt: hoursFromNow(97) }),
  ]);
  const soon = await make.session({ startsAt: hoursFromNow(1), endsAt: hoursFromNow(2) });
  const staff = { id: admin, role: 'admin', requestId: null, address: null } as const;

  const pay = payer(db, (await make.plan()).id);
  const payment = await pay(anna, { status: 'partially_refunded', refundedMinor: 2500, paidAt: hoursFromNow(-24) });
  const refunded = await pay(eva, { status: 'refunded', refundedMinor: 7500, paidAt: hoursFromNow(-24) });
  const grant = granter(db);
  const by = { actor: staff, reason: 'welcome' };
  const annasTicket = await grant({ userId: anna, paymentId: payment });
  const bensTicket = await grant({ userId: ben, entries: null, ...by });
  const carasTicket = await grant({ userId: cara });
  const carasOtherTicket = await grant({ userId: cara, ...by });
  const dorasTicket = await grant({ userId: dora });
  const evasTicket = await grant({ userId: eva, paymentId: refunded });
  await inTransaction(db, async (tx) => {
    await tickets.changeTicket(tx, dorasTicket, { entriesDelta: 2 }, by);
    await tickets.revokeTicket(tx, evasTicket, { actor: systemActor, reason: 'payment: refunded' });
  });
  const refund = await requestedRefund(db, payment, admin);

  const { book, cancel, run } = seats(db);
  const annasBooking = await book(full.id, anna);
  const bensBooking = await book(full.id, ben);
  const carasBooking = await book(open.id, cara, carasTicket);
  const bookedByStaff = await book(open.id, dora, dorasTicket, { staff });
  const canceledByStaff = await cancel(open.id, await book(open.id, ben), ben, { staff });
  const canceledInTime = await cancel(open.id, await book(open.id, anna), anna);
  const late = { now: hoursFromNow(0.5) };
  const canceledLate = await cancel(soon.id, await book(soon.id, dora, dorasTicket), dora, late);
  await book(canceled.id, dora, dorasTicket);
  await run({ kind: 'cancelSession', sessionId: canceled.id, reason: 'The floor is wet', staff });

  return {
    admin,
    anna,
    ben,
    full: full.id,
    open: open.id,
    canceled: canceled.id,
    payment,
    refund,
    annasTicket,
    bensTicket,
    carasTicket,
    carasOtherTicket,
    dorasTicket,
    evasTicket,
    annasBooking,
    bensBooking,
    carasBooking,
    bookedByStaff,
    canceledByStaff,
    canceledInTime,
    canceledLate,
  };
}

function payer(db: Database, planId: string) {
  return async (
    userId: string,
    row: { status: 'partially_refunded' | 'refunded'; refundedMinor: number; paidAt: Temporal.Instant },
  ) => {
    const id = randomUUIDv7();
    const values = { id, userId, planId, planSnapshot: '{}', amountMinor: 7500, currency: 'EUR', ...row };
    await db
      .insertInto('payments')
      .values({ ...values, stripeIdempotencyKey: `checkout-${id}` })
      .execute();
    return id;
  };
}

function granter(db: Database) {
  const usual = {
    planId: null,
    paymentId: null,
    name: 'Five entries',
    entries: 5,
    classTypeIds: null,
    validity: { from: hoursFromNow(-24), until: hoursFromNow(24 * 90) },
    actor: systemActor,
    reason: null,
  };
  return (grant: Partial<TicketGrant> & { userId: string }) =>
    inTransaction(db, async (tx) => (await tickets.grantTicket(tx, { ...usual, ...grant })).id);
}

function requestedRefund(db: Database, paymentId: string, adminId: string): Promise<string> {
  return inTransaction(db, async (tx) => {
    const id = randomUUIDv7();
    const refund = {
      id,
      paymentId,
      amountMinor: 2500,
      reason: 'goodwill',
      requestedBy: adminId,
      status: 'succeeded',
    } as const;
    await tx
      .insertInto('refunds')
      .values({ ...refund, stripeIdempotencyKey: `refund-${id}` })
      .execute();
    const actor = { id: adminId, role: 'admin', requestId: null, address: null } as const;
    const after = { refundId: id, amountMinor: 2500 };
    await recordAudit(tx, { actor, action: 'payment.refund', entity: 'payment', entityId: paymentId, after });
    return id;
  });
}

function seats(db: Database) {
  const run = async (command: SeatCommand, now?: Temporal.Instant) => {
    const [decision] = await inTransaction(db, (tx) =>
      runSeatBatch(sendInTransaction(tx), [command], { jobs: null, ...(now && { now }) }),
    );
    if (decision?.outcome === 'refused') throw new Error(`${command.kind}: ${decision.code}`);
    return decision && 'booking' in decision ? decision.booking.id : '';
  };
  type Staff = Extract<SeatCommand, { kind: 'cancelSession' }>['staff'];
  return {
    run,
    book: (sessionId: string, userId: string, ticketId?: string, { staff }: { staff?: Staff } = {}) =>
      run({ kind: 'book', sessionId, userId, ...(ticketId && { ticketId }), ...(staff && { staff }) }),
    cancel: (
      sessionId: string,
      bookingId: string,
      userId: string,
      { staff, now }: { staff?: Staff; now?: Temporal.Instant } = {},
    ) => run({ kind: 'cancel', sessionId, bookingId, userId, forfeit: true, ...(staff && { staff }) }, now),
  };
}
