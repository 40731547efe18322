import { describe, expect, test } from 'vitest';
import { frontDesk } from '../../../test-support/test-rooms.ts';
import { planLoading } from './load-plan.ts';
import type { SeatCommand } from './seat-command.ts';

const book = (userId: string, sessionId = 'flow'): SeatCommand => ({ kind: 'book', sessionId, userId });
const cancel = (userId: string, sessionId = 'flow'): SeatCommand => ({
  kind: 'cancel',
  sessionId,
  userId,
  bookingId: `${userId} in ${sessionId}`,
  forfeit: false,
});
const change = (patch: object): SeatCommand => ({
  kind: 'changeSession',
  sessionId: 'flow',
  patch,
  allowOverCapacity: false,
  reason: null,
  staff: frontDesk,
});

test('a session is locked once, however many want it', () => {
  expect(planLoading([book('anna'), book('ben'), book('anna', 'barre')]).sessionIds).toEqual(['flow', 'barre']);
});

test('booking needs what the member has there, and releases nobody', () => {
  expect(planLoading([book('anna')])).toMatchObject({
    pairs: [{ sessionId: 'flow', userId: 'anna' }],
    userIds: ['anna'],
    freeingSessionIds: [],
    releasedUserIds: [],
    releasedSessionIds: [],
    refilledSessionIds: [],
  });
});

test('canceling needs the booking, the head of that queue, and where its member waits', () => {
  expect(planLoading([cancel('anna')])).toMatchObject({
    bookingIds: ['anna in flow'],
    freeingSessionIds: ['flow'],
    releasedUserIds: ['anna'],
    refilledSessionIds: ['flow'],
  });
});

describe('changing a session needs all its bookings', () => {
  test.each([
    [
      'a move releases its members for their other queues',
      { startsAt: Temporal.Instant.from('2026-05-20T12:00Z') },
      ['flow'],
    ],
    ['so does another end', { endsAt: Temporal.Instant.from('2026-05-20T12:00Z') }, ['flow']],
    ['another size does not', { capacity: 30 }, []],
  ])('%s', (_, patch, releasedSessionIds) => {
    expect(planLoading([change(patch)])).toMatchObject({ fullSessionIds: ['flow'], releasedSessionIds });
  });
});

test.each<[string, SeatCommand]>([
  ['canceling a session', { kind: 'cancelSession', sessionId: 'flow', reason: null, staff: frontDesk }],
  ['deleting it', { kind: 'deleteSession', sessionId: 'flow', reason: null, staff: frontDesk }],
])('%s needs where those wait whose lost entries come back', (_, command) => {
  expect(planLoading([command]).refilledSessionIds).toEqual(['flow']);
});

test.each<[string, SeatCommand]>([
  ['canceling a session', { kind: 'cancelSession', sessionId: 'flow', reason: null, staff: frontDesk }],
  ['deleting it', { kind: 'deleteSession', sessionId: 'flow', reason: null, staff: frontDesk }],
  ['closing its list', { kind: 'closeList', sessionId: 'flow' }],
])('%s needs all its bookings', (_, command) => {
  expect(planLoading([command]).fullSessionIds).toEqual(['flow']);
});

test('withdrawing a ticket needs its seats', () => {
  const plan = planLoading([{ kind: 'withdrawTicket', sessionId: 'flow', ticketId: 'ticket' }]);
  expect(plan).toMatchObject({ withdrawnTicketIds: ['ticket'], freeingSessionIds: ['flow'] });
});

describe('as many waiters are loaded as seats may become free, and some more', () => {
  const spare = planLoading([book('anna')]).headLimit;

  test.each([
    ['a cancellation', [cancel('anna')], 1],
    ['three cancellations', [cancel('anna'), cancel('ben'), cancel('eva')], 3],
    ['a larger room', [change({ capacity: 40 })], 40],
  ])('%s', (_, commands, seats) => {
    expect(planLoading(commands).headLimit).toBe(spare + seats);
  });

  test('and many more of every session with every further attempt', () => {
    expect(planLoading([book('anna')], 1)).toMatchObject({ headLimit: spare * 8, freeingSessionIds: ['flow'] });
    expect(planLoading([book('anna')], 2).headLimit).toBe(spare * 64);
  });
});
