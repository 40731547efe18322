import { describe, expect, test } from 'vitest';
import { frontDesk, noon, TestRooms, ticket } from '../../../test-support/test-rooms.ts';

/** Anna and Ben hold the two seats, Eva and Zoe wait. */
function fullSession(policy = {}): TestRooms {
  const rooms = new TestRooms(policy);
  rooms.addSession('flow', { capacity: 2 });
  rooms.addMembers('anna', 'ben', 'eva', 'zoe');
  rooms.bookAll(['anna', 'ben', 'eva', 'zoe'], 'flow');
  return rooms.nextBatch();
}

function startOf(rooms: TestRooms): Temporal.Instant {
  return rooms.room('flow').session.startsAt;
}

/** Moves the whole session. */
function move(rooms: TestRooms, by: Temporal.DurationLike) {
  const { startsAt, endsAt } = rooms.room('flow').session;
  return rooms.change('flow', { startsAt: startsAt.add(by), endsAt: endsAt.add(by) });
}

describe('capacity', () => {
  test('up: as many move up as there are new seats, in order', () => {
    const rooms = fullSession();
    expect(rooms.change('flow', { capacity: 3 })).toEqual({ outcome: 'done' });
    expect(rooms.places('flow')).toEqual({ active: ['anna', 'ben', 'eva'], waiting: ['zoe'] });
  });

  test('down to what is booked is allowed, below it is refused with the number', () => {
    const rooms = fullSession();
    rooms.change('flow', { capacity: 5 });
    expect(rooms.change('flow', { capacity: 4 })).toEqual({ outcome: 'done' });
    expect(rooms.change('flow', { capacity: 3 })).toMatchObject({
      code: 'capacity_below_active',
      details: { activeCount: 4, capacity: 3 },
    });
    expect(rooms.room('flow').session).toMatchObject({ capacity: 4, overCapacity: false });
  });

  test('below what is booked when accepted: nobody is bumped, nobody moves up, newcomers wait', () => {
    const rooms = fullSession();
    rooms.addMembers('mia');
    expect(rooms.change('flow', { capacity: 1 }, true)).toEqual({ outcome: 'done' });
    expect(rooms.room('flow').session).toMatchObject({ capacity: 1, activeCount: 2, overCapacity: true });
    rooms.book('mia', 'flow');
    expect(rooms.places('flow')).toEqual({ active: ['anna', 'ben'], waiting: ['eva', 'zoe', 'mia'] });
  });

  test('over-capacity drains by itself, and only then a seat is given again', () => {
    const rooms = fullSession();
    rooms.change('flow', { capacity: 1 }, true);
    rooms.cancel('anna', 'flow');
    expect(rooms.room('flow').session).toMatchObject({ activeCount: 1, overCapacity: false });
    expect(rooms.places('flow').waiting).toEqual(['eva', 'zoe']);
    rooms.cancel('ben', 'flow');
    expect(rooms.places('flow')).toEqual({ active: ['eva'], waiting: ['zoe'] });
  });

  test('up again ends over-capacity without a promotion too many', () => {
    const rooms = fullSession();
    rooms.change('flow', { capacity: 1 }, true);
    rooms.change('flow', { capacity: 2 });
    expect(rooms.room('flow').session).toMatchObject({ activeCount: 2, overCapacity: false });
    expect(rooms.places('flow').waiting).toEqual(['eva', 'zoe']);
  });

  test('after the list has closed more seats promote nobody', () => {
    const rooms = fullSession();
    rooms.waitUntilBefore('flow', { hours: 2 });
    rooms.change('flow', { capacity: 4 });
    expect(rooms.places('flow').active).toEqual(['anna', 'ben']);
  });
});

describe('a move', () => {
  test.each([
    ['by 15 minutes is not told', { minutes: 15 }, false],
    ['by 15 minutes the other way neither', { minutes: -15 }, false],
    ['by 16 minutes is told to all, also to those who wait', { minutes: 16 }, true],
    ['by 16 minutes the other way as well', { minutes: -16 }, true],
  ])('%s', (_, by, told) => {
    const rooms = fullSession();
    move(rooms, by);
    const everybody = ['anna', 'ben', 'eva', 'zoe'].map((userId) => `session_moved ${userId}`);
    expect(rooms.told).toEqual(told ? everybody : []);
    expect(rooms.room('flow').session.movedAt).toEqual(told ? noon : null);
  });

  test('to another location is told, another capacity is not', () => {
    const rooms = fullSession();
    rooms.change('flow', { capacity: 2 });
    expect(rooms.told).toEqual([]);
    rooms.change('flow', { location: { id: 'old town', timeZone: 'America/New_York' } });
    expect(rooms.told).toHaveLength(4);
    expect(rooms.room('flow').session).toMatchObject({ locationId: 'old town', timeZone: 'America/New_York' });
  });

  test('a substitute instructor is told to all, under a revision of its own', () => {
    const rooms = fullSession();
    rooms.change('flow', { instructorId: 'luka' });
    expect(rooms.told).toEqual(['anna', 'ben', 'eva', 'zoe'].map((userId) => `instructor_changed ${userId}`));
    rooms.nextBatch().change('flow', { instructorId: 'luka' });
    expect(rooms.told).toEqual([]);
    rooms.change('flow', { instructorId: 'mira' });
    expect(rooms.changes.events[0]).toMatchObject({ kind: 'instructor_changed', revision: 3 });
  });

  test('makes canceling free until the start, for those who had booked before', () => {
    const rooms = fullSession();
    rooms.change('flow', { capacity: 4 });
    move(rooms, { hours: 1 });
    rooms.wait({ minutes: 1 });
    rooms.change('flow', { capacity: 5 });
    rooms.addMember('mia');
    rooms.book('mia', 'flow');
    rooms.waitUntilBefore('flow', { seconds: 1 });
    expect(rooms.cancel('anna', 'flow')).toMatchObject({ late: false, entryReturned: true });
    expect(rooms.cancel('mia', 'flow')).toMatchObject({ code: 'cancellation_cutoff_passed' });
  });

  test('also for one who moved up after it', () => {
    const rooms = fullSession();
    move(rooms, { hours: 1 });
    rooms.wait({ minutes: 1 });
    rooms.cancel('anna', 'flow');
    rooms.waitUntilBefore('flow', { seconds: 1 });
    expect(rooms.cancel('eva', 'flow')).toMatchObject({ late: false, entryReturned: true });
  });

  test('takes the cutoff along', () => {
    const rooms = fullSession();
    move(rooms, { minutes: 10 });
    rooms.now = startOf(rooms).subtract({ hours: 2, seconds: 1 });
    expect(rooms.cancel('anna', 'flow')).toMatchObject({ late: false });
  });

  test('opens a list that had closed, so that free seats are filled', () => {
    const rooms = fullSession();
    rooms.waitUntilBefore('flow', { hours: 1 });
    rooms.cancel('anna', 'flow', { forfeit: true });
    expect(rooms.places('flow').waiting).toEqual(['eva', 'zoe']);
    move(rooms, { hours: 24 });
    expect(rooms.places('flow')).toEqual({ active: ['ben', 'eva'], waiting: ['zoe'] });
  });

  test('takes its members to the new hour: the old one is free, the new one is not', () => {
    const rooms = fullSession();
    rooms.addSession('old hour', { startsAt: startOf(rooms) });
    rooms.addSession('new hour', { startsAt: startOf(rooms).add({ hours: 5 }) });
    move(rooms, { hours: 5 });
    expect(rooms.book('anna', 'new hour')).toMatchObject({ code: 'overlapping_booking' });
    expect(rooms.book('anna', 'old hour')).toMatchObject({ outcome: 'booked' });
  });

  test.each([
    ['to before now', { startsAt: noon }, 'validation_failed'],
    ['behind its own end', { startsAt: noon.add({ hours: 49 }) }, 'validation_failed'],
    ['with an end before the start', { endsAt: noon.add({ hours: 48 }) }, 'validation_failed'],
  ])('%s is refused', (_, patch, code) => {
    const rooms = fullSession();
    expect(rooms.change('flow', patch)).toMatchObject({ outcome: 'refused', code });
    expect(rooms.changes.editedSessions.size).toBe(0);
  });

  test('of a session that has started is refused, while its end and its size can still change', () => {
    const rooms = fullSession();
    rooms.waitUntilBefore('flow');
    expect(move(rooms, { hours: 1 })).toMatchObject({ code: 'session_started' });
    expect(rooms.change('flow', { endsAt: rooms.now.add({ hours: 2 }), capacity: 9 })).toEqual({ outcome: 'done' });
  });
});

test('own terms of a session count at once, and null gives them back to class and studio', () => {
  const rooms = fullSession();
  rooms.change('flow', { cancellationCutoffMinutes: 60 * 48 });
  expect(rooms.cancel('anna', 'flow')).toMatchObject({ code: 'cancellation_cutoff_passed' });
  rooms.change('flow', { cancellationCutoffMinutes: null });
  expect(rooms.cancel('anna', 'flow')).toMatchObject({ late: false });
});

test('a change is audited once, with the changed fields only', () => {
  const rooms = fullSession();
  const startsAt = startOf(rooms).toString();
  rooms.change('flow', { capacity: 7, startsAt: startOf(rooms).add({ minutes: 5 }), instructorId: 'mira' });
  expect(rooms.changes.audit).toEqual([
    {
      actor: frontDesk,
      action: 'session.change',
      entity: 'session',
      entityId: 'flow',
      reason: null,
      before: { capacity: 2, startsAt },
      after: { capacity: 7, startsAt: startOf(rooms).toString() },
    },
  ]);
});

describe('canceling a session', () => {
  test('ends every booking, gives every spent entry back, tells everyone, and is audited once', () => {
    const rooms = fullSession();
    expect(rooms.cancelSession('flow')).toEqual({ outcome: 'done' });
    expect(rooms.room('flow').session).toMatchObject({
      state: 'canceled',
      canceledAt: noon,
      canceledReason: 'Mira is ill',
      activeCount: 0,
      waitingCount: 0,
    });
    expect(['anna', 'ben', 'eva', 'zoe'].map((userId) => rooms.entriesOf(userId))).toEqual([5, 5, 5, 5]);
    expect(rooms.ledger).toEqual(['return anna 1', 'return ben 1']);
    expect(rooms.told).toEqual(['anna', 'ben', 'eva', 'zoe'].map((userId) => `session_canceled ${userId}`));
    expect([...rooms.changes.changedBookings].map((booking) => booking.canceledReason)).toEqual(
      Array(4).fill('session_canceled'),
    );
    expect(rooms.changes.audit).toHaveLength(1);
    expect(rooms.changes.audit[0]).toMatchObject({ action: 'session.cancel', reason: 'Mira is ill' });
  });

  test('gives entries of late cancellations back as well, those canceled in time only once', () => {
    const rooms = fullSession();
    rooms.cancel('zoe', 'flow');
    rooms.cancel('eva', 'flow');
    rooms.cancel('ben', 'flow');
    rooms.waitUntilBefore('flow', { hours: 1 });
    rooms.cancel('anna', 'flow', { forfeit: true });
    expect([rooms.entriesOf('anna'), rooms.entriesOf('ben')]).toEqual([4, 5]);
    rooms.cancelSession('flow');
    expect([rooms.entriesOf('anna'), rooms.entriesOf('ben')]).toEqual([5, 5]);
  });

  test('gives over-capacity up', () => {
    const rooms = fullSession();
    rooms.change('flow', { capacity: 1 }, true);
    rooms.cancelSession('flow');
    expect(rooms.room('flow').session.overCapacity).toBe(false);
  });

  test('cannot be done twice, and nothing can be changed afterwards', () => {
    const rooms = fullSession();
    rooms.cancelSession('flow');
    expect(rooms.cancelSession('flow')).toMatchObject({ code: 'already_canceled' });
    expect(rooms.change('flow', { capacity: 9 })).toMatchObject({ code: 'session_canceled' });
    expect(rooms.book('anna', 'flow')).toMatchObject({ code: 'session_canceled' });
  });
});

describe('deleting a session', () => {
  test.each([
    ['somebody has a seat', (rooms: TestRooms) => rooms.book('anna', 'flow')],
    [
      'somebody waits',
      (rooms: TestRooms) => {
        rooms.room('flow').session.activeCount = 1;
        rooms.book('anna', 'flow');
        rooms.room('flow').session.activeCount = 0;
      },
    ],
  ])('is refused while %s', (_, booked) => {
    const rooms = new TestRooms();
    rooms.addSession('flow');
    rooms.addMember('anna');
    booked(rooms);
    expect(rooms.deleteSession('flow')).toMatchObject({ code: 'still_in_use' });
    expect(rooms.room('flow').session.deletedAt).toBeNull();
  });

  test('gives entries of late cancellations back', () => {
    const rooms = new TestRooms();
    rooms.addSession('flow');
    rooms.addMember('anna');
    rooms.book('anna', 'flow');
    rooms.waitUntilBefore('flow', { hours: 1 });
    const booking = rooms.bookingOf('anna', 'flow');
    rooms.cancel('anna', 'flow', { forfeit: true });
    expect([rooms.entriesOf('anna'), booking.entryForfeited]).toEqual([4, true]);
    rooms.nextBatch();
    expect(rooms.deleteSession('flow')).toEqual({ outcome: 'done' });
    expect([rooms.entriesOf('anna'), booking.entryForfeited]).toEqual([5, false]);
    expect(rooms.ledger).toEqual(['return anna 1']);
  });

  test('hides an empty one for good, audited', () => {
    const rooms = new TestRooms();
    rooms.addSession('flow');
    rooms.addMember('anna');
    expect(rooms.deleteSession('flow')).toEqual({ outcome: 'done' });
    expect(rooms.changes.audit).toMatchObject([{ action: 'session.delete', after: { isActive: false } }]);
    for (const decision of [
      rooms.deleteSession('flow'),
      rooms.cancelSession('flow'),
      rooms.change('flow', { capacity: 9 }),
      rooms.book('anna', 'flow'),
    ]) {
      expect(decision).toMatchObject({ code: 'not_found' });
    }
  });
});

describe('closing the list', () => {
  const closeList = { kind: 'closeList', sessionId: 'flow' } as const;

  test('does nothing before the start', () => {
    const rooms = fullSession();
    rooms.waitUntilBefore('flow', { seconds: 1 });
    rooms.decide(closeList);
    expect(rooms.places('flow').waiting).toEqual(['eva', 'zoe']);
  });

  test('at the start ends what waits, tells it, and touches nobody who has a seat', () => {
    const rooms = fullSession();
    rooms.waitUntilBefore('flow');
    rooms.decide(closeList);
    expect(rooms.places('flow')).toEqual({ active: ['anna', 'ben'], waiting: [] });
    expect(rooms.room('flow').session).toMatchObject({ activeCount: 2, waitingCount: 0 });
    expect(rooms.told).toEqual(['waiting_list_closed eva', 'waiting_list_closed zoe']);
    expect([...rooms.changes.changedBookings].map((booking) => booking.canceledReason)).toEqual([
      'list_closed',
      'list_closed',
    ]);
    expect(rooms.ledger).toEqual([]);
    rooms.nextBatch().decide(closeList);
    expect(rooms.changes.changedBookings.size).toBe(0);
  });
});

describe('withdrawing a ticket', () => {
  /** Anna's ticket was revoked: its entries are gone, its seats must follow. */
  function revoked(rooms: TestRooms) {
    const [annas] = rooms.members.get('anna')?.tickets ?? [];
    Object.assign(annas ?? {}, { state: 'revoked', entriesLeft: 0 });
    rooms.decide({ kind: 'withdrawTicket', sessionId: 'flow', ticketId: 'anna 1' });
    return rooms;
  }

  test('ends the seats it paid for and passes them on; nothing is returned', () => {
    const rooms = revoked(fullSession());
    expect(rooms.places('flow')).toEqual({ active: ['ben', 'eva'], waiting: ['zoe'] });
    expect(rooms.ledger).toEqual(['spend eva 1']);
    expect(rooms.told).toEqual(['ticket_withdrawn anna', 'booking_promoted eva']);
  });

  test('leaves the seats of her other tickets, and her place in queues', () => {
    const rooms = new TestRooms();
    rooms.addMember('anna', { tickets: [ticket(5), ticket(5)] });
    rooms.addMember('ben');
    rooms.addSession('barre', { startsIn: { hours: 90 } });
    rooms.book('anna', 'barre', { ticketId: 'anna 2' });
    rooms.addSession('flow');
    rooms.bookAll(['ben', 'anna'], 'flow');
    revoked(rooms);
    expect(rooms.places('barre').active).toEqual(['anna']);
    expect(rooms.places('flow').waiting).toEqual(['anna']);
    rooms.cancel('ben', 'flow');
    expect(rooms.bookingOf('anna', 'flow')).toMatchObject({ state: 'active', ticketId: 'anna 2' });
  });

  test('leaves a session that has started as it was', () => {
    const rooms = fullSession();
    rooms.waitUntilBefore('flow');
    expect(revoked(rooms).places('flow').active).toEqual(['anna', 'ben']);
  });
});
