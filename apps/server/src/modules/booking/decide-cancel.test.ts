import { describe, expect, test } from 'vitest';
import { frontDesk, noon, TestRooms, ticket } from '../../../test-support/test-rooms.ts';

/** Anna has a seat two days ahead; free cancellation ends two hours before it. */
function annaHasSeat(session = {}, tickets = [ticket(5)], policy = {}): TestRooms {
  const rooms = new TestRooms(policy);
  rooms.addSession('flow', session);
  rooms.addMember('anna', { tickets });
  rooms.addMembers('ben', 'eva', 'zoe');
  rooms.book('anna', 'flow');
  return rooms.nextBatch();
}

/** The list still moves when canceling has become late. */
const lateWhileListMoves = { waitlistClosesMinutesBefore: 30 };

describe('the cutoff', () => {
  test.each([
    ['a second before it', { hours: 2, seconds: 1 }, { outcome: 'canceled', late: false, entryReturned: true }],
    ['at it', { hours: 2 }, { outcome: 'refused', code: 'cancellation_cutoff_passed' }],
    ['a second before the start', { seconds: 1 }, { outcome: 'refused', code: 'cancellation_cutoff_passed' }],
    ['at the start', { seconds: 0 }, { outcome: 'refused', code: 'session_started' }],
  ])('%s', (_, before, expected) => {
    const rooms = annaHasSeat();
    rooms.waitUntilBefore('flow', before);
    expect(rooms.cancel('anna', 'flow')).toMatchObject(expected);
  });

  test.each([
    ['of the class stands above that of the studio', { classCutoffMinutes: 720 }, { hours: 12 }],
    [
      'of the session stands above that of the class',
      { classCutoffMinutes: 720, cancellationCutoffMinutes: 30 },
      { minutes: 30 },
    ],
  ])('%s', (_, session, cutoff) => {
    const rooms = annaHasSeat(session);
    rooms.waitUntilBefore('flow', cutoff);
    expect(rooms.cancel('anna', 'flow')).toMatchObject({ code: 'cancellation_cutoff_passed' });
    rooms.wait({ seconds: -1 });
    expect(rooms.cancel('anna', 'flow')).toMatchObject({ late: false });
  });

  test('the refusal says when it was', () => {
    const rooms = annaHasSeat();
    const bookingId = rooms.bookingOf('anna', 'flow').id;
    rooms.waitUntilBefore('flow', { hours: 1 });
    const deadline = rooms.room('flow').session.startsAt.subtract({ hours: 2 }).toString();
    expect(rooms.cancel('anna', 'flow')).toMatchObject({ details: { deadline, bookingId } });
    expect(rooms.changes.changedBookings.size).toBe(0);
  });
});

describe('in time', () => {
  test('the seat is free, the entry back on the ticket that paid, and the booking says why', () => {
    const rooms = annaHasSeat({}, [ticket(3), ticket(3, { validUntil: noon.add({ hours: 24 * 300 }) })]);
    const booking = rooms.bookingOf('anna', 'flow');
    expect(rooms.cancel('anna', 'flow')).toMatchObject({
      booking: { state: 'canceled', canceledReason: 'member', cancelFreeUntil: null },
    });
    expect(booking).toMatchObject({ canceledAt: noon, canceledBy: 'anna', entryForfeited: false });
    expect(rooms.members.get('anna')?.tickets.map((owned) => owned.entriesLeft)).toEqual([3, 3]);
    expect(rooms.ledger).toEqual(['return anna 1']);
    expect(rooms.room('flow').session).toMatchObject({ activeCount: 0, waitingCount: 0 });
    expect(rooms.told).toEqual(['booking_canceled anna']);
  });

  test('the entry goes back also to a ticket that has expired or was frozen meanwhile', () => {
    for (const meanwhile of [{ validUntil: noon.add({ hours: 1 }) }, { state: 'frozen' as const }]) {
      const rooms = annaHasSeat();
      Object.assign(rooms.members.get('anna')?.tickets[0] ?? {}, meanwhile);
      expect(rooms.cancel('anna', 'flow')).toMatchObject({ entryReturned: true });
      expect(rooms.entriesOf('anna')).toBe(5);
    }
  });

  test('an unlimited ticket has nothing to give back', () => {
    const rooms = annaHasSeat({}, [ticket(null)]);
    expect(rooms.cancel('anna', 'flow')).toMatchObject({ late: false, entryReturned: false });
    expect(rooms.ledger).toEqual([]);
  });

  test('the first in the queue has the seat in the same batch', () => {
    const rooms = annaHasSeat();
    rooms.bookAll(['ben', 'eva'], 'flow');
    rooms.cancel('anna', 'flow');
    expect(rooms.places('flow')).toEqual({ active: ['ben'], waiting: ['eva'] });
    expect(rooms.entriesOf('ben')).toBe(4);
    expect(rooms.told).toContain('booking_promoted ben');
  });

  test('twice is refused, and so is a booking that is not there', () => {
    const rooms = annaHasSeat();
    const bookingId = rooms.bookingOf('anna', 'flow').id;
    const command = { kind: 'cancel' as const, sessionId: 'flow', userId: 'anna', bookingId, forfeit: false };
    expect(rooms.decide(command)).toMatchObject({ outcome: 'canceled' });
    expect(rooms.decide(command)).toMatchObject({ code: 'already_canceled' });
    expect(rooms.decide({ ...command, bookingId: 'another' })).toMatchObject({ code: 'not_found' });
    expect(rooms.entriesOf('anna')).toBe(5);
  });
});

describe('leaving the queue', () => {
  test.each([
    ['days before', { hours: 40 }],
    ['after the cutoff', { minutes: 5 }],
    ['a second before the start', { seconds: 1 }],
  ])('%s costs nothing', (_, before) => {
    const rooms = annaHasSeat();
    rooms.bookAll(['ben', 'eva'], 'flow');
    rooms.waitUntilBefore('flow', before);
    rooms.nextBatch();
    expect(rooms.cancel('ben', 'flow')).toMatchObject({ late: false, entryReturned: false, deadline: null });
    expect(rooms.told).toEqual([]);
    expect(rooms.places('flow')).toEqual({ active: ['anna'], waiting: ['eva'] });
    expect(rooms.entriesOf('ben')).toBe(5);
    expect(rooms.room('flow').session).toMatchObject({ activeCount: 1, waitingCount: 1 });
  });

  test('is over at the start', () => {
    const rooms = annaHasSeat();
    rooms.book('ben', 'flow');
    rooms.waitUntilBefore('flow');
    expect(rooms.cancel('ben', 'flow')).toMatchObject({ code: 'session_started' });
  });
});

describe('the grace', () => {
  test('of a booking made inside the cutoff is 15 minutes', () => {
    const rooms = annaHasSeat({ capacity: 2 });
    rooms.waitUntilBefore('flow', { hours: 1 });
    rooms.book('ben', 'flow');
    rooms.wait({ minutes: 14, seconds: 59 });
    expect(rooms.cancel('ben', 'flow')).toMatchObject({ late: false, entryReturned: true });
    rooms.book('ben', 'flow');
    rooms.wait({ minutes: 15 });
    expect(rooms.cancel('ben', 'flow')).toMatchObject({ code: 'cancellation_cutoff_passed' });
  });

  test('of a promotion is 15 minutes, also inside the cutoff', () => {
    const rooms = annaHasSeat({}, [ticket(5)], lateWhileListMoves);
    rooms.book('ben', 'flow');
    rooms.waitUntilBefore('flow', { hours: 1 });
    rooms.cancel('anna', 'flow', { forfeit: true });
    expect(rooms.places('flow').active).toEqual(['ben']);
    rooms.wait({ minutes: 14, seconds: 59 });
    expect(rooms.cancel('ben', 'flow')).toMatchObject({ late: false, entryReturned: true });
    expect(rooms.entriesOf('ben')).toBe(5);
  });
});

describe('late', () => {
  function late(tickets = [ticket(5)]) {
    const rooms = annaHasSeat({ capacity: 2 }, tickets, lateWhileListMoves);
    rooms.book('ben', 'flow');
    rooms.waitUntilBefore('flow', { hours: 1 });
    return rooms.nextBatch();
  }

  test('with the loss accepted: the seat is free, the entry kept', () => {
    const rooms = late();
    const booking = rooms.bookingOf('anna', 'flow');
    expect(rooms.cancel('anna', 'flow', { forfeit: true })).toMatchObject({
      late: true,
      entryReturned: false,
      booking: { canceledReason: 'late' },
    });
    expect(booking.entryForfeited).toBe(true);
    expect(rooms.entriesOf('anna')).toBe(4);
    expect(rooms.room('flow').session.activeCount).toBe(1);
    expect(rooms.told).toEqual(['booking_canceled_late anna']);
  });

  test('on an unlimited ticket there is nothing to lose', () => {
    const rooms = late([ticket(null)]);
    const booking = rooms.bookingOf('anna', 'flow');
    expect(rooms.cancel('anna', 'flow', { forfeit: true })).toMatchObject({ late: true, entryReturned: false });
    expect(booking.entryForfeited).toBe(false);
  });

  test('the entry comes back at once when somebody waits for the seat', () => {
    const rooms = late();
    rooms.book('eva', 'flow');
    rooms.nextBatch();
    expect(rooms.cancel('anna', 'flow', { forfeit: true })).toMatchObject({ late: true, entryReturned: true });
    expect(rooms.entriesOf('anna')).toBe(5);
    expect(rooms.places('flow').active).toEqual(['ben', 'eva']);
    expect(rooms.told).toEqual([
      'booking_canceled_late anna',
      'booking_promoted eva',
      'entry_returned_after_refill anna',
    ]);
  });

  test('one refill brings back one entry, the one that was lost first', () => {
    const rooms = late();
    rooms.cancel('anna', 'flow', { forfeit: true });
    rooms.cancel('ben', 'flow', { forfeit: true });
    expect([rooms.entriesOf('anna'), rooms.entriesOf('ben')]).toEqual([4, 4]);

    rooms.addMembers('mia', 'lea');
    rooms.bookAll(['zoe', 'mia', 'eva', 'lea'], 'flow');
    expect(rooms.places('flow')).toEqual({ active: ['zoe', 'mia'], waiting: ['eva', 'lea'] });
    rooms.change('flow', { capacity: 3 });
    expect([rooms.entriesOf('anna'), rooms.entriesOf('ben')]).toEqual([5, 4]);
    rooms.change('flow', { capacity: 4 });
    expect([rooms.entriesOf('anna'), rooms.entriesOf('ben')]).toEqual([5, 5]);
  });

  test('a newcomer who takes the seat brings nothing back: nobody of the list refilled it', () => {
    const rooms = late();
    rooms.cancel('anna', 'flow', { forfeit: true });
    rooms.book('zoe', 'flow');
    expect(rooms.entriesOf('anna')).toBe(4);
  });
});

describe('by staff', () => {
  test('is free also after the cutoff, and audited once with what it was', () => {
    const rooms = annaHasSeat();
    const bookingId = rooms.bookingOf('anna', 'flow').id;
    rooms.waitUntilBefore('flow', { minutes: 5 });
    expect(rooms.cancel('anna', 'flow', { staff: frontDesk })).toMatchObject({
      late: false,
      entryReturned: true,
      booking: { canceledReason: 'staff' },
    });
    expect(rooms.room('flow').booking(bookingId)?.canceledBy).toBe('front desk');
    expect(rooms.changes.audit).toHaveLength(1);
    expect(rooms.changes.audit[0]).toMatchObject({
      actor: frontDesk,
      action: 'booking.cancel',
      entityId: bookingId,
      before: { state: 'active' },
      after: { state: 'canceled', canceledReason: 'staff' },
    });
  });

  test('takes somebody out of the queue', () => {
    const rooms = annaHasSeat();
    rooms.book('ben', 'flow');
    expect(rooms.cancel('ben', 'flow', { staff: frontDesk })).toMatchObject({ booking: { canceledReason: 'staff' } });
    expect(rooms.changes.audit).toMatchObject([{ before: { state: 'waiting' } }]);
    expect(rooms.told).toContain('removed_from_waiting_list ben');
  });

  test.each([
    ['at once', {}, { outcome: 'canceled', late: false, entryReturned: true }],
    ['a second before the end', { minutes: 57, seconds: 59 }, { outcome: 'canceled', entryReturned: true }],
    ['not at the end', { minutes: 58 }, { code: 'session_started' }],
  ])('takes back a place given two minutes after the start: %s', (_, later, expected) => {
    const rooms = annaHasSeat({ capacity: 2 });
    rooms.waitUntilBefore('flow', { minutes: -2 });
    expect(rooms.book('ben', 'flow', { staff: frontDesk })).toMatchObject({ outcome: 'booked' });
    rooms.wait({ seconds: 0, ...later });
    expect(rooms.cancel('ben', 'flow', { staff: frontDesk })).toMatchObject(expected);
    expect(rooms.cancel('anna', 'flow', { staff: frontDesk })).toMatchObject({ code: 'session_started' });
  });

  test('takes back the place of a waiter who got it after the start', () => {
    const rooms = annaHasSeat();
    rooms.book('ben', 'flow');
    rooms.waitUntilBefore('flow', { minutes: 5 });
    rooms.cancel('anna', 'flow', { staff: frontDesk });
    rooms.waitUntilBefore('flow', { minutes: -2 });
    expect(rooms.book('ben', 'flow', { staff: frontDesk })).toMatchObject({ booking: { state: 'active' } });
    expect(rooms.cancel('ben', 'flow', { staff: frontDesk })).toMatchObject({ entryReturned: true });
    expect(rooms.entriesOf('ben')).toBe(5);
  });

  test('a place given after the start is not for its member to cancel', () => {
    const rooms = annaHasSeat({ capacity: 2 });
    rooms.waitUntilBefore('flow', { minutes: -2 });
    rooms.book('ben', 'flow', { staff: frontDesk });
    expect(rooms.cancel('ben', 'flow', { forfeit: true })).toMatchObject({ code: 'session_started' });
  });

  test('is over at the start as well', () => {
    const rooms = annaHasSeat();
    rooms.waitUntilBefore('flow');
    expect(rooms.cancel('anna', 'flow', { staff: frontDesk })).toMatchObject({ code: 'session_started' });
    expect(rooms.changes.audit).toEqual([]);
  });
});

test('a freed seat of an over-full session is not passed on', () => {
  const rooms = annaHasSeat({ capacity: 3 });
  rooms.bookAll(['ben', 'eva', 'zoe'], 'flow');
  rooms.change('flow', { capacity: 1 }, true);
  rooms.cancel('anna', 'flow');
  expect(rooms.places('flow')).toEqual({ active: ['ben', 'eva'], waiting: ['zoe'] });
  expect(rooms.room('flow').session).toMatchObject({ activeCount: 2, overCapacity: true });
});
