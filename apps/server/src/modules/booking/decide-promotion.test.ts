import { describe, expect, test } from 'vitest';
import { noon, TestRooms, ticket } from '../../../test-support/test-rooms.ts';
import { NeedMoreWaiters } from './session-room.ts';

/** Anna holds the only seat; the others wait in this order. */
function queue(...waiting: string[]): TestRooms {
  const rooms = new TestRooms();
  rooms.addSession('flow');
  rooms.addMembers('anna', ...waiting);
  rooms.bookAll(['anna', ...waiting], 'flow');
  return rooms.nextBatch();
}

function setTicket(rooms: TestRooms, userId: string, change: object): void {
  Object.assign(rooms.members.get(userId)?.tickets[0] ?? {}, change);
}

describe('the queue', () => {
  test('moves up one seat at a time, in order, each charged once', () => {
    const rooms = queue('ben', 'eva', 'zoe');
    rooms.cancel('anna', 'flow');
    expect(rooms.places('flow')).toEqual({ active: ['ben'], waiting: ['eva', 'zoe'] });
    rooms.cancel('ben', 'flow');
    expect(rooms.places('flow')).toEqual({ active: ['eva'], waiting: ['zoe'] });
    expect([rooms.entriesOf('ben'), rooms.entriesOf('eva'), rooms.entriesOf('zoe')]).toEqual([5, 4, 5]);
    expect(rooms.room('flow').session).toMatchObject({ activeCount: 1, waitingCount: 1 });
  });

  test('keeps its order whatever the order in which it was loaded', () => {
    const rooms = queue('ben', 'eva', 'zoe');
    const room = rooms.addSession('copy', { ...rooms.room('flow').session, id: 'copy' });
    for (const userId of ['zoe', 'ben', 'eva']) room.add({ ...rooms.bookingOf(userId, 'flow'), sessionId: 'copy' });
    expect([...room.queue()].map((booking) => booking.userId)).toEqual(['ben', 'eva', 'zoe']);
  });

  test('gives two freed seats to the first two', () => {
    const rooms = queue('ben', 'eva', 'zoe');
    rooms.change('flow', { capacity: 3 });
    expect(rooms.places('flow')).toEqual({ active: ['anna', 'ben', 'eva'], waiting: ['zoe'] });
    expect(rooms.verdicts).toEqual(['ben promoted (capacity_raised)', 'eva promoted (capacity_raised)']);
  });

  test('says when the seat was given and until when it can be given back', () => {
    const rooms = queue('ben');
    rooms.wait({ hours: 3 });
    rooms.cancel('anna', 'flow');
    expect(rooms.bookingOf('ben', 'flow')).toMatchObject({
      promotedAt: rooms.now,
      graceUntil: rooms.now.add({ minutes: 15 }),
      queueNumber: 1,
    });
  });
});

describe('who cannot take the seat is passed over, keeps the place, and the reason is on record', () => {
  test.each<[string, (rooms: TestRooms) => unknown, string]>([
    ['without entries', (rooms) => setTicket(rooms, 'ben', { entriesLeft: 0 }), 'no_usable_ticket'],
    ['with a frozen ticket', (rooms) => setTicket(rooms, 'ben', { state: 'frozen' }), 'no_usable_ticket'],
    ['with a ticket that ends before', (rooms) => setTicket(rooms, 'ben', { validUntil: noon }), 'no_usable_ticket'],
    ['blocked', (rooms) => rooms.addMember('ben', { blocked: true }), 'account_blocked'],
    ['erased', (rooms) => rooms.addMember('ben', { erased: true }), 'account_blocked'],
    ['unknown', (rooms) => rooms.members.delete('ben'), 'account_blocked'],
    [
      'with another seat at that time',
      (rooms) => {
        rooms.addSession('barre', { startsIn: { hours: 48, minutes: 30 } });
        rooms.book('ben', 'barre');
      },
      'overlapping_booking',
    ],
  ])('%s', (_, meanwhile, outcome) => {
    const rooms = queue('ben', 'eva');
    meanwhile(rooms);
    rooms.cancel('anna', 'flow');
    expect(rooms.places('flow')).toEqual({ active: ['eva'], waiting: ['ben'] });
    expect(rooms.verdicts).toEqual([`ben ${outcome} (seat_freed)`, 'eva promoted (seat_freed)']);
    expect(rooms.bookingOf('ben', 'flow').queueNumber).toBe(1);
  });

  test('and has the next seat once it can be taken, before all who came later', () => {
    const rooms = queue('ben', 'eva', 'zoe');
    setTicket(rooms, 'ben', { entriesLeft: 0 });
    rooms.cancel('anna', 'flow');
    setTicket(rooms, 'ben', { entriesLeft: 1 });
    rooms.cancel('eva', 'flow');
    expect(rooms.places('flow')).toEqual({ active: ['ben'], waiting: ['zoe'] });
  });

  test('once per batch, however often the queue is gone through', () => {
    const rooms = queue('ben');
    setTicket(rooms, 'ben', { entriesLeft: 0 });
    rooms.addMembers('mia', 'lea');
    rooms.cancel('anna', 'flow');
    rooms.book('mia', 'flow');
    rooms.cancel('mia', 'flow');
    rooms.book('lea', 'flow');
    expect(rooms.verdicts).toEqual(['ben no_usable_ticket (seat_freed)']);
  });

  test('and nobody at all leaves the seat free', () => {
    const rooms = queue('ben');
    setTicket(rooms, 'ben', { entriesLeft: 0 });
    rooms.cancel('anna', 'flow');
    expect(rooms.room('flow')).toMatchObject({ freeSeats: 1 });
    expect(rooms.places('flow')).toEqual({ active: [], waiting: ['ben'] });
  });
});

describe('the ticket of a promotion', () => {
  test('is the one meant when joining', () => {
    const rooms = queue();
    rooms.addMember('ben', { tickets: [ticket(3), ticket(3)] });
    rooms.book('ben', 'flow', { ticketId: 'ben 2' });
    rooms.cancel('anna', 'flow');
    expect(rooms.bookingOf('ben', 'flow').ticketId).toBe('ben 2');
    expect(rooms.ledger).toContain('spend ben 2');
  });

  test('is another usable one when that does not serve any more', () => {
    const rooms = queue();
    const ben = rooms.addMember('ben', { tickets: [ticket(3), ticket(1)] });
    rooms.book('ben', 'flow', { ticketId: 'ben 2' });
    Object.assign(ben.tickets[1] ?? {}, { state: 'revoked' });
    rooms.cancel('anna', 'flow');
    expect(rooms.bookingOf('ben', 'flow').ticketId).toBe('ben 1');
  });

  test('starts running with the seat when it starts at its first booking', () => {
    const rooms = queue();
    const unstarted = ticket(5, { validFrom: null, validUntil: null, validityDays: 30 });
    const ben = rooms.addMember('ben', { tickets: [unstarted] });
    rooms.book('ben', 'flow');
    rooms.wait({ hours: 5 });
    rooms.cancel('anna', 'flow');
    expect(ben.tickets[0]).toMatchObject({ validFrom: rooms.now, entriesLeft: 4 });
  });
});

describe('the list closes', () => {
  test.each([
    ['a second before two hours before the start it moves', { hours: 2, seconds: 1 }, ['ben']],
    ['at two hours before the start it has closed', { hours: 2 }, []],
    ['it stays closed', { seconds: 1 }, []],
  ])('%s', (_, before, active) => {
    const rooms = queue('ben');
    rooms.waitUntilBefore('flow', before);
    rooms.cancel('anna', 'flow', { forfeit: true });
    expect(rooms.places('flow').active).toEqual(active);
  });

  test('never later than the start', () => {
    const rooms = new TestRooms({ waitlistClosesMinutesBefore: 0 });
    rooms.addSession('flow', { capacity: 1, activeCount: 1 });
    rooms.addMember('ben');
    rooms.book('ben', 'flow');
    rooms.room('flow').session.activeCount = 0;
    rooms.waitUntilBefore('flow');
    rooms.decide({ kind: 'promote', sessionId: 'flow', cause: 'swept' });
    expect(rooms.places('flow').waiting).toEqual(['ben']);
  });

  test('a canceled session has no list', () => {
    const rooms = queue('ben');
    rooms.cancelSession('flow');
    rooms.decide({ kind: 'promote', sessionId: 'flow', cause: 'swept' });
    expect(rooms.places('flow')).toEqual({ active: [], waiting: [] });
  });
});

describe('the last entry in two queues', () => {
  /** Ben waits in two full sessions with a single entry. */
  function twoQueues() {
    const rooms = new TestRooms();
    rooms.addMembers('anna', 'eva', 'zoe');
    rooms.addMember('ben', { tickets: [ticket(1)] });
    for (const [id, hours] of [
      ['flow', 48],
      ['barre', 72],
    ] as const) {
      rooms.addSession(id, { startsIn: { hours } });
      rooms.bookAll(['anna', 'ben'], id);
    }
    return rooms.nextBatch();
  }

  test('is spent on the seat that frees first; the other goes to the next in line', () => {
    const rooms = twoQueues();
    rooms.book('eva', 'barre');
    rooms.cancel('anna', 'flow');
    rooms.cancel('anna', 'barre');
    expect(rooms.places('flow').active).toEqual(['ben']);
    expect(rooms.places('barre')).toEqual({ active: ['eva'], waiting: ['ben'] });
    expect(rooms.entriesOf('ben')).toBe(0);
  });

  test('comes back with a cancellation and lets him up where he waits beside a free seat', () => {
    const rooms = twoQueues();
    rooms.cancel('anna', 'flow');
    rooms.cancel('anna', 'barre');
    expect(rooms.places('barre')).toEqual({ active: [], waiting: ['ben'] });
    rooms.nextBatch().cancel('ben', 'flow');
    expect(rooms.places('barre')).toEqual({ active: ['ben'], waiting: [] });
    expect(rooms.entriesOf('ben')).toBe(0);
    expect(rooms.ledger).toEqual(['return ben 1', 'spend ben 1']);
    expect(rooms.verdicts).toEqual(['ben promoted (ticket_gained)']);
  });

  test('comes back with the cancellation of a session, too', () => {
    const rooms = twoQueues();
    rooms.cancel('anna', 'flow');
    rooms.cancel('anna', 'barre');
    rooms.cancelSession('flow');
    expect(rooms.places('barre').active).toEqual(['ben']);
  });

  /** Ben gave his last entry up with a late cancellation, and waits beside a free seat elsewhere. */
  function lostLate() {
    const rooms = new TestRooms({ waitlistClosesMinutesBefore: 30 });
    rooms.addMembers('anna', 'eva', 'zoe');
    rooms.addMember('ben', { tickets: [ticket(1)] });
    rooms.addSession('barre', { startsIn: { hours: 72 } });
    rooms.bookAll(['anna', 'ben'], 'barre');
    rooms.addSession('flow', { startsIn: { hours: 24 }, capacity: 2 });
    rooms.bookAll(['anna', 'ben'], 'flow');
    rooms.cancel('anna', 'barre');
    rooms.waitUntilBefore('flow', { hours: 1 });
    rooms.cancel('ben', 'flow', { forfeit: true });
    rooms.bookAll(['eva', 'zoe'], 'flow');
    expect(rooms.places('flow')).toEqual({ active: ['anna', 'eva'], waiting: ['zoe'] });
    expect(rooms.places('barre')).toEqual({ active: [], waiting: ['ben'] });
    return rooms.nextBatch();
  }

  test.each<[string, (rooms: TestRooms) => unknown]>([
    [
      'when somebody else cancels and the queue refills the seat',
      (rooms) => rooms.cancel('anna', 'flow', { forfeit: true }),
    ],
    ['when more seats let the queue move up', (rooms) => rooms.change('flow', { capacity: 3 })],
    ['when that session is canceled', (rooms) => rooms.cancelSession('flow')],
  ])('comes back to one who had lost it late, %s', (_, happens) => {
    const rooms = lostLate();
    happens(rooms);
    expect(rooms.places('barre').active).toEqual(['ben']);
    expect(rooms.entriesOf('ben')).toBe(0);
  });
});

describe('an hour that is free again', () => {
  /** Ben waits beside a free seat, because he has another one at that time. */
  function hourTaken() {
    const rooms = new TestRooms();
    rooms.addMembers('anna', 'ben');
    rooms.addSession('flow');
    rooms.addSession('barre', { startsIn: { hours: 48, minutes: 30 } });
    rooms.bookAll(['anna', 'ben'], 'barre');
    rooms.book('ben', 'flow');
    rooms.cancel('anna', 'barre');
    expect(rooms.places('barre')).toEqual({ active: [], waiting: ['ben'] });
    return rooms;
  }

  test('lets him up when he cancels there', () => {
    const rooms = hourTaken();
    rooms.cancel('ben', 'flow');
    expect(rooms.places('barre').active).toEqual(['ben']);
  });

  test('lets him up when the other session is moved away', () => {
    const rooms = hourTaken();
    const { startsAt, endsAt } = rooms.room('flow').session;
    rooms.change('flow', { startsAt: startsAt.add({ hours: 5 }), endsAt: endsAt.add({ hours: 5 }) });
    expect(rooms.places('barre').active).toEqual(['ben']);
  });
});

describe('a queue of which only the head is loaded', () => {
  /** Three wait, the first of them is loaded. */
  function headOnly() {
    const rooms = queue('ben', 'eva', 'zoe');
    const { session } = rooms.room('flow');
    const [ben, anna] = [rooms.bookingOf('ben', 'flow'), rooms.bookingOf('anna', 'flow')];
    const room = rooms.addSession('flow', session);
    room.addHeads([ben], false);
    room.add(anna);
    return rooms;
  }

  test('is enough when it fills the seats', () => {
    const rooms = headOnly();
    rooms.cancel('anna', 'flow');
    expect(rooms.places('flow')).toEqual({ active: ['ben'], waiting: [] });
    expect(rooms.room('flow').session.waitingCount).toBe(2);
  });

  test('asks for more before it would pass over those it does not know', () => {
    const rooms = headOnly();
    setTicket(rooms, 'ben', { entriesLeft: 0 });
    expect(() => rooms.cancel('anna', 'flow')).toThrow(NeedMoreWaiters);
  });

  test('does not take one from the middle that a command happened to name', () => {
    const rooms = headOnly();
    setTicket(rooms, 'ben', { entriesLeft: 0 });
    rooms.addMember('lea');
    rooms.book('lea', 'flow');
    expect(() => rooms.cancel('anna', 'flow')).toThrow(NeedMoreWaiters);
    expect(rooms.bookingOf('lea', 'flow').state).toBe('waiting');
  });
});

describe('who waits is told', () => {
  test('that they were passed over for lack of a ticket, when a seat went by and not at every sweep', () => {
    const rooms = queue('ben', 'eva');
    setTicket(rooms, 'ben', { entriesLeft: 0 });
    rooms.cancel('anna', 'flow');
    expect(rooms.told).toContain('promotion_skipped ben');
    rooms.nextBatch().decide({ kind: 'promote', sessionId: 'flow', cause: 'swept' });
    expect(rooms.told).toEqual([]);
  });

  test('that a seat is free after the list has closed, once for the seat that opened', () => {
    const rooms = queue('ben', 'eva');
    rooms.wait({ hours: 47 });
    rooms.cancel('anna', 'flow', { forfeit: true });
    expect(rooms.places('flow')).toEqual({ active: [], waiting: ['ben', 'eva'] });
    expect(rooms.told).toContain('seat_opened flow');
  });

  test.each<[string, (rooms: TestRooms) => unknown]>([
    ['the list still moves', (rooms) => rooms.wait({ hours: 1 })],
    ['the session has begun', (rooms) => rooms.wait({ hours: 49 })],
  ])('nothing of an open seat while %s', (_, prepare) => {
    const rooms = queue('ben');
    prepare(rooms);
    rooms.cancel('anna', 'flow', { forfeit: true });
    expect(rooms.told).not.toContain('seat_opened flow');
  });
});
