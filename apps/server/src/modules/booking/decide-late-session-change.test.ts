import { describe, expect, test } from 'vitest';
import { TestRooms } from '../../../test-support/test-rooms.ts';

/** Anna and Ben hold the two seats, Eva and Zoe wait. */
function fullSession(): TestRooms {
  const rooms = new TestRooms();
  rooms.addSession('flow', { capacity: 2 });
  rooms.addMembers('anna', 'ben', 'eva', 'zoe');
  rooms.bookAll(['anna', 'ben', 'eva', 'zoe'], 'flow');
  return rooms.nextBatch();
}

function startOf(rooms: TestRooms): Temporal.Instant {
  return rooms.room('flow').session.startsAt;
}

describe.each([
  ['has started', 'startsAt'],
  ['is over', 'endsAt'],
] as const)('of a session that %s', (_, moment) => {
  function begun(): TestRooms {
    const rooms = fullSession();
    rooms.now = rooms.room('flow').session[moment];
    return rooms;
  }

  test('instructor and place can be corrected, audited; nobody is told and nothing becomes free to cancel', () => {
    const rooms = begun();
    const patch = { instructorId: 'luka', location: { id: 'old town', timeZone: 'Europe/Ljubljana' } };
    expect(rooms.change('flow', patch)).toEqual({ outcome: 'done' });
    expect(rooms.room('flow').session).toMatchObject({ instructorId: 'luka', locationId: 'old town', movedAt: null });
    expect(rooms.told).toEqual([]);
    expect(rooms.changes.audit).toMatchObject([{ action: 'session.change' }]);
  });

  test('more room promotes nobody, and an end in the past is a correction too', () => {
    const rooms = begun();
    rooms.change('flow', { capacity: 9, endsAt: startOf(rooms).add({ minutes: 30 }) });
    expect(rooms.places('flow').active).toEqual(['anna', 'ben']);
    expect(rooms.told).toEqual([]);
  });
});

test.each([
  ['a second before the start it is told', { seconds: -1 }, 4],
  ['at the start it is not', {}, 0],
])('a substitute instructor: %s', (_, after, told) => {
  const rooms = fullSession();
  rooms.now = startOf(rooms).add(Temporal.Duration.from({ seconds: 0, ...after }));
  rooms.change('flow', { instructorId: 'luka' });
  expect(rooms.told).toHaveLength(told);
});

test('a session that is over is not brought back with a later end', () => {
  const rooms = fullSession();
  const { endsAt } = rooms.room('flow').session;
  rooms.now = endsAt;
  expect(rooms.change('flow', { endsAt: endsAt.add({ minutes: 1 }) })).toMatchObject({ code: 'session_ended' });
  expect(rooms.change('flow', { endsAt: endsAt.subtract({ minutes: 5 }) })).toEqual({ outcome: 'done' });
});

test.each([
  ['a second before its end is possible', { seconds: 1 }, { outcome: 'done' }],
  ['at its end is refused', { seconds: 0 }, { code: 'session_ended' }],
  ['days later as well', { hours: -48 }, { code: 'session_ended' }],
])('canceling a session %s', (_, beforeEnd, expected) => {
  const rooms = fullSession();
  rooms.now = rooms.room('flow').session.endsAt.subtract(beforeEnd);
  expect(rooms.cancelSession('flow')).toMatchObject(expected);
  const isCanceled = rooms.room('flow').session.state === 'canceled';
  expect(rooms.entriesOf('anna')).toBe(isCanceled ? 5 : 4);
  expect(rooms.told).toHaveLength(isCanceled ? 4 : 0);
});
