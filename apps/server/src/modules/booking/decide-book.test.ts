import { describe, expect, test } from 'vitest';
import { frontDesk, noon, TestRooms, ticket } from '../../../test-support/test-rooms.ts';

/** Anna has five entries, and one session is open for booking. */
function studio(session = {}, member = {}, policy = {}): TestRooms {
  const rooms = new TestRooms(policy);
  rooms.addSession('flow', session);
  rooms.addMember('anna', member);
  return rooms;
}

describe('a seat or the queue', () => {
  test.each([
    ['a seat is free', { capacity: 2, activeCount: 1 }, 'active'],
    ['the last seat is gone', { capacity: 2, activeCount: 2 }, 'waiting'],
    ['over capacity there is no seat', { capacity: 2, activeCount: 3, overCapacity: true }, 'waiting'],
  ])('%s', (_, session, state) => {
    expect(studio(session).book('anna', 'flow')).toMatchObject({ outcome: 'booked', booking: { state } });
  });

  test('a seat costs one entry of the ticket, counts, and is confirmed', () => {
    const rooms = studio();
    rooms.book('anna', 'flow');
    expect(rooms.entriesOf('anna')).toBe(4);
    expect(rooms.room('flow').session).toMatchObject({ activeCount: 1, waitingCount: 0 });
    expect(rooms.ledger).toEqual(['spend anna 1']);
    expect(rooms.told).toEqual(['booking_confirmed anna']);
  });

  test('a place in the queue costs nothing, and the numbers go up', () => {
    const rooms = studio({ capacity: 1, activeCount: 1 });
    rooms.addMember('ben');
    expect(rooms.book('anna', 'flow')).toMatchObject({ booking: { state: 'waiting', waitingPosition: 1 } });
    expect(rooms.book('ben', 'flow')).toMatchObject({ booking: { state: 'waiting', waitingPosition: 2 } });
    expect([rooms.entriesOf('anna'), rooms.entriesOf('ben')]).toEqual([5, 5]);
    expect(rooms.room('flow').session).toMatchObject({ activeCount: 1, waitingCount: 2, nextQueueNumber: 3 });
    expect(rooms.ledger).toEqual([]);
  });

  test('an unlimited ticket spends nothing', () => {
    const rooms = studio({}, { tickets: [ticket(null)] });
    rooms.book('anna', 'flow');
    expect(rooms.entriesOf('anna')).toBeNull();
    expect(rooms.ledger).toEqual([]);
  });

  test('a number in the queue is never given twice, also after somebody left', () => {
    const rooms = studio({ activeCount: 1 });
    rooms.addMembers('ben', 'eva');
    rooms.bookAll(['anna', 'ben'], 'flow');
    rooms.cancel('ben', 'flow');
    rooms.book('eva', 'flow');
    expect(rooms.bookingOf('eva', 'flow').queueNumber).toBe(3);
  });
});

describe('the window', () => {
  const start = noon.add({ hours: 24 * 28 });
  test.each([
    ['as it opens', { startsAt: start }, {}, 'booked'],
    ['a second before it opens', { startsAt: start.add({ seconds: 1 }) }, {}, 'booking_not_open'],
    ['with an own opening', { startsAt: start, bookingOpensDaysBefore: 2 }, {}, 'booking_not_open'],
    ['a second before the start', { startsIn: { seconds: 1 } }, {}, 'booked'],
    ['at the start', { startsIn: { seconds: 0 } }, {}, 'session_started'],
    ['after the end', { startsIn: { hours: -2 } }, {}, 'session_started'],
    [
      'a second before it closes',
      { startsIn: { minutes: 30, seconds: 1 } },
      { bookingClosesMinutesBefore: 30 },
      'booked',
    ],
    ['as it closes', { startsIn: { minutes: 30 } }, { bookingClosesMinutesBefore: 30 }, 'booking_closed'],
    ['of a canceled session', { state: 'canceled' as const, canceledAt: noon }, {}, 'session_canceled'],
    ['of a deleted session', { deletedAt: noon }, {}, 'not_found'],
  ])('%s', (_, session, policy, expected) => {
    const decision = studio(session, {}, policy).book('anna', 'flow');
    expect('code' in decision ? decision.code : decision.outcome).toBe(expected);
  });

  test('opens at the wall time of the start although the clocks change in between', () => {
    // 28 days before 18:00 summer time it is winter: 18:00 is an hour later on the clock of the world.
    const startsAt = Temporal.Instant.from('2026-04-10T18:00+02:00');
    const rooms = studio({ startsAt });
    rooms.now = Temporal.Instant.from('2026-03-13T17:59:59+01:00');
    expect(rooms.book('anna', 'flow')).toMatchObject({
      code: 'booking_not_open',
      details: { opensAt: '2026-03-13T17:00:00Z' },
    });
    rooms.now = Temporal.Instant.from('2026-03-13T18:00+01:00');
    expect(rooms.book('anna', 'flow')).toMatchObject({ code: 'no_usable_ticket' });
  });
});

describe('who may book', () => {
  test.each([
    ['a stranger', 'zoe', {}, 'not_found'],
    ['an erased member', 'anna', { erased: true }, 'not_found'],
    ['a blocked member', 'anna', { blocked: true }, 'account_blocked'],
    ['a member without a ticket', 'anna', { tickets: [] }, 'no_usable_ticket'],
    ['a member whose ticket is used up', 'anna', { tickets: [ticket(0)] }, 'no_usable_ticket'],
    ['a member whose ticket is frozen', 'anna', { tickets: [ticket(5, { state: 'frozen' })] }, 'no_usable_ticket'],
    [
      'with a ticket for another class',
      'anna',
      { tickets: [ticket(5, { classTypeIds: ['barre'] })] },
      'no_usable_ticket',
    ],
    [
      'with a ticket that ends as it starts',
      'anna',
      { tickets: [ticket(5, { validUntil: noon.add({ hours: 48 }) })] },
      'no_usable_ticket',
    ],
  ])('not %s', (_, who, member, code) => {
    const rooms = studio({}, member);
    expect(rooms.book(who, 'flow')).toMatchObject({ outcome: 'refused', code });
    expect(rooms.room('flow').session.activeCount).toBe(0);
  });

  test('a usable ticket is needed to wait, too', () => {
    expect(studio({ activeCount: 1 }, { tickets: [] }).book('anna', 'flow')).toMatchObject({
      code: 'no_usable_ticket',
    });
  });

  test.each([
    ['active', 0],
    ['waiting', 1],
  ])('nobody twice: the answer names the %s booking', (state, activeCount) => {
    const rooms = studio({ activeCount });
    rooms.book('anna', 'flow');
    const bookingId = rooms.bookingOf('anna', 'flow').id;
    expect(rooms.book('anna', 'flow')).toMatchObject({
      code: 'already_booked',
      details: { bookingId, bookingState: state },
    });
    expect(rooms.room('flow').openBookings()).toHaveLength(1);
  });

  test('again after canceling, with a booking of its own', () => {
    const rooms = studio();
    rooms.book('anna', 'flow');
    const first = rooms.bookingOf('anna', 'flow').id;
    rooms.cancel('anna', 'flow');
    expect(rooms.book('anna', 'flow').outcome).toBe('booked');
    expect(rooms.bookingOf('anna', 'flow').id).not.toBe(first);
    expect(rooms.entriesOf('anna')).toBe(4);
  });
});

describe('overlapping', () => {
  /** Anna holds a seat from 10 to 11; the other session begins at `startsIn` and lasts an hour. */
  function twoSessions(startsIn: Temporal.DurationLike, policy = {}) {
    const rooms = studio({ startsIn: { hours: 10 } }, {}, policy);
    rooms.addSession('barre', { startsIn });
    rooms.book('anna', 'flow');
    return rooms;
  }

  test.each([
    ['the same hour', { hours: 10 }, 'refused'],
    ['the last minute of it', { hours: 10, minutes: 59 }, 'refused'],
    ['right after it', { hours: 11 }, 'booked'],
    ['right before it', { hours: 9 }, 'booked'],
    ['a minute into its beginning', { hours: 9, minutes: 1 }, 'refused'],
  ])('%s', (_, startsIn, outcome) => {
    expect(twoSessions(startsIn).book('anna', 'barre').outcome).toBe(outcome);
  });

  test('is a matter of the studio', () => {
    const rooms = twoSessions({ hours: 10 }, { overlappingBookingsAllowed: true });
    expect(rooms.book('anna', 'barre').outcome).toBe('booked');
  });

  test('ends with the cancellation of the other', () => {
    const rooms = twoSessions({ hours: 10 });
    expect(rooms.book('anna', 'barre')).toMatchObject({ code: 'overlapping_booking' });
    rooms.cancel('anna', 'flow');
    expect(rooms.book('anna', 'barre').outcome).toBe('booked');
  });

  test('two queues may overlap, for only one of them can become a seat', () => {
    const rooms = twoSessions({ hours: 20 });
    rooms.addSession('yin', { startsIn: { hours: 30 }, activeCount: 1 });
    rooms.addSession('core', { startsIn: { hours: 30 }, activeCount: 1 });
    expect(rooms.book('anna', 'yin').outcome).toBe('booked');
    expect(rooms.book('anna', 'core').outcome).toBe('booked');
  });
});

describe('the ticket', () => {
  test('is the unlimited one first, and the named one always', () => {
    const tickets = [ticket(5), ticket(null)];
    expect(studio({}, { tickets }).book('anna', 'flow')).toMatchObject({ booking: { ticketId: 'anna 2' } });
    expect(studio({}, { tickets }).book('anna', 'flow', { ticketId: 'anna 1' })).toMatchObject({
      booking: { ticketId: 'anna 1' },
    });
  });

  test.each([
    ["somebody else's", 'ben 1'],
    ['a used up one', 'anna 2'],
  ])('cannot be %s', (_, ticketId) => {
    const rooms = studio({}, { tickets: [ticket(5), ticket(0)] });
    rooms.addMember('ben');
    expect(rooms.book('anna', 'flow', { ticketId })).toMatchObject({ code: 'no_usable_ticket' });
  });

  test('of a plan that starts at the first booking runs from the seat on, not from the queue', () => {
    const unstarted = ticket(5, { validFrom: null, validUntil: null, validityDays: 30 });
    const queued = studio({ activeCount: 1 }, { tickets: [unstarted] });
    queued.book('anna', 'flow');
    expect(queued.members.get('anna')?.tickets[0]?.validFrom).toBeNull();

    const seated = studio({}, { tickets: [unstarted] });
    seated.book('anna', 'flow');
    expect(seated.members.get('anna')?.tickets[0]).toMatchObject({
      validFrom: noon,
      validUntil: noon.add({ hours: 24 * 30 }),
    });
  });
});

describe('a free seat beside a queue', () => {
  /** Ben waits beside a free seat because his ticket was used up; meanwhile he got entries again. */
  function benWaits() {
    const rooms = studio({ activeCount: 1 });
    const ben = rooms.addMember('ben', { tickets: [ticket(1)] });
    rooms.book('ben', 'flow');
    Object.assign(ben.tickets[0] ?? {}, { entriesLeft: 0 });
    rooms.room('flow').session.activeCount = 0;
    const refill = () => Object.assign(ben.tickets[0] ?? {}, { entriesLeft: 1 });
    return { rooms, refill };
  }

  test('is for a newcomer when nobody who waits can take it', () => {
    const { rooms } = benWaits();
    expect(rooms.book('anna', 'flow')).toMatchObject({ booking: { state: 'active' } });
    expect(rooms.verdicts).toEqual(['ben no_usable_ticket (swept)']);
    expect(rooms.places('flow')).toEqual({ active: ['anna'], waiting: ['ben'] });
  });

  test('is not for a newcomer when a waiter can take it', () => {
    const { rooms, refill } = benWaits();
    refill();
    expect(rooms.book('anna', 'flow')).toMatchObject({ booking: { state: 'waiting' } });
    expect(rooms.places('flow')).toEqual({ active: ['ben'], waiting: ['anna'] });
  });

  test('is not his when he taps again and still cannot take it: he keeps waiting', () => {
    const { rooms } = benWaits();
    expect(rooms.book('ben', 'flow')).toMatchObject({ code: 'already_booked', details: { bookingState: 'waiting' } });
  });

  test('is his when he taps again and can', () => {
    const { rooms, refill } = benWaits();
    refill();
    expect(rooms.book('ben', 'flow')).toMatchObject({ code: 'already_booked', details: { bookingState: 'active' } });
    expect(rooms.places('flow').active).toEqual(['ben']);
  });
});

describe('after the list has closed', () => {
  /** Eva's seat became free after the list had closed; Anna and Ben wait. */
  function seatFreedLate() {
    const rooms = studio();
    rooms.addMembers('ben', 'eva', 'zoe');
    rooms.bookAll(['eva', 'anna', 'ben'], 'flow');
    rooms.waitUntilBefore('flow', { hours: 2 });
    rooms.cancel('eva', 'flow', { forfeit: true });
    expect(rooms.room('flow').session).toMatchObject({ activeCount: 0, waitingCount: 2 });
    return rooms.nextBatch();
  }

  test('a free seat goes to whoever books first, a newcomer', () => {
    const rooms = seatFreedLate();
    expect(rooms.book('zoe', 'flow')).toMatchObject({ booking: { state: 'active' } });
    expect(rooms.entriesOf('eva')).toBe(4);
  });

  test('or a waiter: the same booking gets the seat, is charged, and it is on record', () => {
    const rooms = seatFreedLate();
    const { id } = rooms.bookingOf('ben', 'flow');
    expect(rooms.book('ben', 'flow')).toMatchObject({ outcome: 'booked', booking: { id, state: 'active' } });
    expect(rooms.entriesOf('ben')).toBe(4);
    expect(rooms.verdicts).toEqual(['ben claimed (booked_after_close)']);
    expect(rooms.places('flow')).toEqual({ active: ['ben'], waiting: ['anna'] });
    expect(rooms.bookingOf('ben', 'flow').graceUntil).toEqual(rooms.now.add({ minutes: 15 }));
  });

  test('a waiter who claims needs a usable ticket and an hour without another seat', () => {
    const rooms = seatFreedLate();
    Object.assign(rooms.members.get('ben')?.tickets[0] ?? {}, { entriesLeft: 0 });
    expect(rooms.book('ben', 'flow')).toMatchObject({ code: 'no_usable_ticket' });
    expect(rooms.bookingOf('ben', 'flow').state).toBe('waiting');
  });

  test('without a free seat a waiter is told that he waits', () => {
    const rooms = seatFreedLate();
    rooms.book('zoe', 'flow');
    expect(rooms.book('ben', 'flow')).toMatchObject({ code: 'already_booked', details: { bookingState: 'waiting' } });
  });
});

describe('staff', () => {
  test.each([
    ['before booking opens', { startsIn: { hours: 24 * 40 } }, 'booked'],
    ['after it closed', { startsIn: { minutes: 5 }, bookingClosesMinutesBefore: 30 }, 'booked'],
    ['after the start', { startsIn: { seconds: 0 } }, 'booked'],
    ['a second before the end', { startsIn: { minutes: -59, seconds: -59 } }, 'booked'],
    ['not at the end', { startsIn: { hours: -1 } }, 'session_ended'],
    ['not after the start when it is full', { startsIn: { minutes: -2 }, activeCount: 1 }, 'session_full'],
    ['not into a canceled session', { state: 'canceled' as const }, 'session_canceled'],
  ])('books a member %s', (_, session, expected) => {
    const decision = studio(session).book('anna', 'flow', { staff: frontDesk });
    expect('code' in decision ? decision.code : decision.outcome).toBe(expected);
  });

  test.each([
    ['bought at the door', { validFrom: noon }, 'booked'],
    ['that was valid at the start as well', { validFrom: noon.subtract({ hours: 1 }) }, 'booked'],
    ['that starts with its first booking', { validFrom: null, validUntil: null, validityDays: 30 }, 'booked'],
    ['that starts tomorrow', { validFrom: noon.add({ hours: 24 }) }, 'no_usable_ticket'],
    ['that ended since the start', { validUntil: noon }, 'no_usable_ticket'],
  ])('books who is late on a ticket %s: %s', (_, row, expected) => {
    const rooms = studio({ startsAt: noon.subtract({ minutes: 2 }), capacity: 9 }, { tickets: [ticket(5, row)] });
    const decision = rooms.book('anna', 'flow', { staff: frontDesk });
    expect('code' in decision ? decision.code : decision.outcome).toBe(expected);
    expect(rooms.entriesOf('anna')).toBe(expected === 'booked' ? 4 : 5);
  });

  test('a waiter whom the list left behind gets the free place also after the start', () => {
    const rooms = studio({ startsAt: noon.add({ hours: 1 }), activeCount: 1 });
    rooms.book('anna', 'flow');
    rooms.room('flow').session.activeCount = 0;
    rooms.wait({ hours: 1, minutes: 2 });
    expect(rooms.book('anna', 'flow', { staff: frontDesk })).toMatchObject({ booking: { state: 'active' } });
    expect(rooms.room('flow').session).toMatchObject({ activeCount: 1, waitingCount: 0 });
  });

  test('books within capacity: when it is full, the member waits', () => {
    expect(studio({ activeCount: 1 }).book('anna', 'flow', { staff: frontDesk })).toMatchObject({
      booking: { state: 'waiting' },
    });
  });

  test('leaves its name and one audit row; a refusal leaves none', () => {
    const rooms = studio();
    rooms.book('anna', 'flow', { staff: frontDesk });
    const booking = rooms.bookingOf('anna', 'flow');
    expect(booking.bookedBy).toBe('front desk');
    rooms.book('anna', 'flow', { staff: frontDesk });
    expect(rooms.changes.audit).toEqual([
      {
        actor: frontDesk,
        action: 'booking.create',
        entity: 'booking',
        entityId: booking.id,
        after: { userId: 'anna', sessionId: 'flow', state: 'active', ticketId: 'anna 1' },
      },
    ]);
  });
});
