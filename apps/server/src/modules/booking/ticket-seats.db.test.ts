import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { systemActor } from '#modules/audit/index.ts';
import { createTicketService, type TicketSeats } from '#modules/ticket/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { gatherCrowd } from '../../../test-support/crowd.ts';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { startTestEngine, type TestEngine } from '../../../test-support/test-engine.ts';
import { bookingEventsJob } from './booking-events-job.ts';
import { createTicketSeats } from './ticket-seats.ts';

let studio: TestEngine;
beforeAll(async () => {
  studio = await startTestEngine({ lanes: 2 });
});
afterAll(() => studio.stop());

const by = { actor: systemActor, reason: null };
const commit = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(studio.db, work);
const tickets = () => createTicketService({ seats: createTicketSeats(studio.jobs) });
const members = async (count: number, entries: number | null = 5) =>
  (await gatherCrowd(studio.db, studio.databaseUrl, count, entries)).map(({ id }) => id);
const session = async (capacity = 1, startsIn = 48) =>
  (await fixtures(studio.db).session({ capacity, startsAt: hoursFromNow(startsIn) })).id;
const ticketOf = (userId: string) =>
  studio.db.selectFrom('tickets').selectAll().where('userId', '=', userId).orderBy('id').executeTakeFirstOrThrow();
const revoke = async (userId: string) => {
  const { id } = await ticketOf(userId);
  await commit((tx) => tickets().revokeTicket(tx, id, by));
};

/** Ben waits beside a free seat: his ticket was frozen when it became free. */
async function waitsBesideFreeSeat() {
  const [sessionId, [anna = '', ben = '']] = [await session(), await members(2)];
  await studio.book(anna, sessionId);
  await studio.book(ben, sessionId);
  const { id: ticketId } = await ticketOf(ben);
  await commit((tx) => tickets().freezeTicket(tx, ticketId, by));
  await studio.cancel(anna, sessionId);
  expect((await studio.places(sessionId)).waiting).toEqual([ben]);
  return { sessionId, ben, ticketId };
}

const grant = (tx: Tx, userId: string) =>
  tickets().grantTicket(tx, {
    userId,
    planId: null,
    paymentId: null,
    name: 'Three entries',
    entries: 3,
    classTypeIds: null,
    validity: { from: hoursFromNow(-1), until: hoursFromNow(24 * 30) },
    ...by,
  });

describe('a usable ticket gained beside a free seat', () => {
  test('by a grant: the seat is taken in the same transaction, on the new ticket, and told', async () => {
    const { sessionId, ben } = await waitsBesideFreeSeat();
    const granted = await commit(async (tx) => {
      const ticket = await grant(tx, ben);
      expect((await studio.places(sessionId)).active).toEqual([]);
      return ticket;
    });
    expect((await studio.places(sessionId)).active).toEqual([ben]);
    const booking = await studio.bookingOf(ben, sessionId);
    const { entriesLeft } = await studio.db
      .selectFrom('tickets')
      .select('entriesLeft')
      .where('id', '=', granted.id)
      .executeTakeFirstOrThrow();
    expect(entriesLeft).toBe(2);
    const events = (await queuedJobs(studio.db, bookingEventsJob)).flatMap((job) => job.events);
    expect(events).toContainEqual({ kind: 'booking_promoted', bookingId: booking.id });
  });

  test('by a grant that is rolled back: nothing has happened', async () => {
    const { sessionId, ben } = await waitsBesideFreeSeat();
    const attempt = commit(async (tx) => {
      await grant(tx, ben);
      throw new Error('the payment was not ours');
    });
    await expect(attempt).rejects.toThrow('the payment was not ours');
    expect(await studio.places(sessionId)).toEqual({ active: [], waiting: [ben] });
  });

  test('by the end of a freeze', async () => {
    const { sessionId, ben, ticketId } = await waitsBesideFreeSeat();
    await commit((tx) => tickets().unfreezeTicket(tx, ticketId, by));
    expect((await studio.places(sessionId)).active).toEqual([ben]);
  });

  test('by a correction of the balance, or of the validity', async () => {
    const { db } = studio;
    for (const [lacking, change] of [
      [{ validUntil: hoursFromNow(24) }, { validUntil: hoursFromNow(24 * 9) }],
      [{ validFrom: hoursFromNow(24 * 9) }, { validFrom: hoursFromNow(-1) }],
    ]) {
      const [sessionId, [anna = '', ben = '']] = [await session(), await members(2)];
      await studio.book(anna, sessionId);
      await studio.book(ben, sessionId);
      const { id } = await ticketOf(ben);
      await db
        .updateTable('tickets')
        .set(lacking ?? {})
        .where('id', '=', id)
        .execute();
      await studio.cancel(anna, sessionId);
      expect((await studio.places(sessionId)).active).toEqual([]);
      await commit((tx) => tickets().changeTicket(tx, id, change ?? {}, by));
      expect((await studio.places(sessionId)).active).toEqual([ben]);
    }
    const [full, other, [anna = '', ben = '']] = [await session(), await session(1, 72), await members(2, 1)];
    await studio.book(anna, full);
    await studio.book(ben, full);
    await studio.book(ben, other);
    await studio.cancel(anna, full);
    const { id } = await ticketOf(ben);
    await commit((tx) => tickets().changeTicket(tx, id, { entriesDelta: 1 }, by));
    expect((await studio.places(full)).active).toEqual([ben]);
  });

  test('does not let him past somebody who waited longer', async () => {
    const { sessionId, ben } = await waitsBesideFreeSeat();
    const [zoe = ''] = await members(1);
    await studio.book(zoe, sessionId);
    expect(await studio.places(sessionId)).toEqual({ active: [zoe], waiting: [ben] });
    await commit((tx) => grant(tx, ben));
    expect(await studio.places(sessionId)).toEqual({ active: [zoe], waiting: [ben] });
    expect(await auditInvariants(studio.db)).toEqual([]);
  });
});

describe('a revoked ticket', () => {
  test('gives up its coming seats to those who wait; nothing is returned, everybody is told', async () => {
    const [sessionId, later, [anna = '', ben = '']] = [await session(), await session(1, 72), await members(2)];
    for (const id of [sessionId, later]) await studio.book(anna, id);
    await studio.book(ben, sessionId);
    await revoke(anna);
    expect(await studio.places(sessionId)).toEqual({ active: [ben], waiting: [] });
    expect((await studio.places(later)).active).toEqual([]);
    expect(await ticketOf(anna)).toMatchObject({ state: 'revoked', entriesLeft: 0 });
    const canceled = await studio.db
      .selectFrom('bookings')
      .select('canceledReason')
      .where('userId', '=', anna)
      .execute();
    expect(canceled).toEqual([{ canceledReason: 'ticket_revoked' }, { canceledReason: 'ticket_revoked' }]);
    expect(await auditInvariants(studio.db)).toEqual([]);
  });

  test('leaves the seats of her other tickets, and what is past', async () => {
    const { db } = studio;
    const [sessionId, past, [anna = '']] = [await session(), await session(), await members(1)];
    await studio.book(anna, past);
    const started = { startsAt: hoursFromNow(-2), endsAt: hoursFromNow(-1) };
    await db.updateTable('sessions').set(started).where('id', '=', past).execute();
    await db.updateTable('bookings').set(started).where('sessionId', '=', past).execute();
    const other = await fixtures(db).ticket(anna, 5);
    await studio.engine.run({ kind: 'book', userId: anna, sessionId, ticketId: other.id });
    await revoke(anna);
    expect((await studio.places(sessionId)).active).toEqual([anna]);
    expect((await studio.places(past)).active).toEqual([anna]);
    expect(await auditInvariants(db)).toEqual([]);
  });

  test('frees the hour, so that she moves up elsewhere on another ticket', async () => {
    const [sessionId, same, [anna = '', ben = '']] = [await session(), await session(), await members(2)];
    await studio.book(ben, same);
    await fixtures(studio.db).ticket(anna, 5);
    await studio.book(anna, same);
    const { id: ticketId } = await ticketOf(anna);
    await studio.engine.run({ kind: 'book', userId: anna, sessionId, ticketId });
    await studio.cancel(ben, same);
    expect((await studio.places(same)).waiting).toEqual([anna]);
    await revoke(anna);
    expect((await studio.places(same)).active).toEqual([anna]);
    expect((await studio.places(sessionId)).active).toEqual([]);
  });

  test('does not leave a booking behind that was made while it was being revoked', async () => {
    const [sessionId, [anna = '']] = [await session(), await members(1)];
    const seats = createTicketSeats(studio.jobs);
    let attempts = 0;
    const bookedMeanwhile: TicketSeats = {
      ...seats,
      afterRevocation: (tx, ticketId, change) =>
        seats.afterRevocation(tx, ticketId, async () => {
          attempts += 1;
          if (attempts === 1) await studio.book(anna, sessionId);
          return change();
        }),
    };
    const { id } = await ticketOf(anna);
    await commit((tx) => createTicketService({ seats: bookedMeanwhile }).revokeTicket(tx, id, by));
    expect(attempts).toBe(2);
    expect((await studio.places(sessionId)).active).toEqual([]);
    expect(await auditInvariants(studio.db)).toEqual([]);
  });

  test('holds no seat whichever of booking and revoking comes first', async () => {
    const sessionIds = await Promise.all([24, 48, 72, 96].map((hours) => session(20, hours)));
    const crowd = await members(20);
    const bookings = crowd.flatMap((id) => sessionIds.map((sessionId) => studio.book(id, sessionId)));
    await Promise.all([...bookings, ...crowd.map(revoke)]);
    for (const sessionId of sessionIds) expect((await studio.places(sessionId)).active).toEqual([]);
    expect(await auditInvariants(studio.db)).toEqual([]);
  });
});
