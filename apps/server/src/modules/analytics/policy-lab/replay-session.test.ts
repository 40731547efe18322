import { describe, expect, test } from 'vitest';
import type { LockedSession } from '#modules/booking/index.ts';
import type { StudioPolicy } from '#modules/schedule/index.ts';
import { changePolicy, type RuleChange } from './lab-rules.ts';
import { replaySession } from './replay-session.ts';
import { actsOf } from './session-acts.ts';
import type { BookingRecord } from './session-record.ts';

const startsAt = Temporal.Instant.from('2026-03-29T16:00:00Z');
const before = (hours: number) => startsAt.subtract({ seconds: Math.round(hours * 3_600) });

const policy: StudioPolicy = {
  bookingOpensDaysBefore: 28,
  bookingClosesMinutesBefore: 0,
  cancellationCutoffMinutes: 120,
  waitlistClosesMinutesBefore: 120,
  promotionGraceMinutes: 15,
  overlappingBookingsAllowed: true,
};

const session: LockedSession = {
  id: 'session',
  classTypeId: 'yoga',
  classCutoffMinutes: null,
  instructorId: 'mira',
  locationId: 'riverside',
  timeZone: 'Europe/Ljubljana',
  startsAt,
  endsAt: startsAt.add({ hours: 1 }),
  capacity: 1,
  revision: 0,
  state: 'scheduled',
  activeCount: 0,
  waitingCount: 0,
  overCapacity: false,
  nextQueueNumber: 1,
  bookingOpensDaysBefore: 3_650,
  bookingClosesMinutesBefore: 0,
  cancellationCutoffMinutes: null,
  movedAt: null,
  canceledAt: null,
  canceledReason: null,
  deletedAt: null,
};

/** A booking made two days before, held until the start. */
const booking = (userId: string, row: Partial<BookingRecord> = {}): BookingRecord => ({
  userId,
  limited: true,
  bookedAt: before(48),
  queueNumber: null,
  promotedAt: null,
  canceledAt: null,
  canceledReason: null,
  entryForfeited: false,
  ...row,
});
const waiter = (userId: string, queueNumber: number, row: Partial<BookingRecord> = {}) =>
  booking(userId, { bookedAt: before(40), queueNumber, canceledAt: startsAt, canceledReason: 'list_closed', ...row });
const lateCancel = (userId: string, hours: number) =>
  booking(userId, { canceledAt: before(hours), canceledReason: 'late', entryForfeited: true });

const replay = (bookings: BookingRecord[], change: RuleChange = {}, capacity = 1, own: Partial<LockedSession> = {}) =>
  replaySession({ ...session, ...own }, actsOf(session, bookings, policy), capacity, changePolicy(policy, change));

describe('under the present rules it comes out as it did', () => {
  test.each<[string, BookingRecord[], object, capacity?: number]>([
    ['a place held', [booking('anna')], { booked: 1, lateCancels: 0, unplaced: 0 }],
    ['a late cancel', [lateCancel('anna', 1)], { booked: 0, lateCancels: 1, forfeitedEntries: 1 }],
    [
      'an early cancel that the list refills',
      [
        booking('anna', { canceledAt: before(10), canceledReason: 'member' }),
        waiter('ben', 1, { promotedAt: before(10), canceledAt: null, canceledReason: null }),
        waiter('cara', 2),
      ],
      { booked: 1, placedFromList: 1, unplaced: 1, lateCancels: 0 },
    ],
    [
      'a seat that a waiter claimed after the list had closed',
      [lateCancel('anna', 1), waiter('ben', 1, { promotedAt: before(0.5), canceledAt: null, canceledReason: null })],
      { booked: 1, placedFromList: 1, lateCancels: 1, forfeitedEntries: 0, unplaced: 0 },
    ],
    [
      'staff may cancel late for nothing',
      [booking('anna', { canceledAt: before(1), canceledReason: 'staff' })],
      { booked: 0, lateCancels: 0, forfeitedEntries: 0 },
    ],
    [
      'somebody late whom the desk took in after the start',
      [booking('anna'), booking('ben', { bookedAt: before(-0.1) })],
      { booked: 2 },
      2,
    ],
    [
      'a place given after the start by mistake',
      [booking('anna', { bookedAt: before(-0.1), canceledAt: before(-0.2), canceledReason: 'staff' })],
      { booked: 0, lateCancels: 0 },
    ],
    [
      'a stampede: everybody at one moment, in the order of the queue',
      [waiter('cara', 2, { bookedAt: before(48) }), booking('anna'), waiter('ben', 1, { bookedAt: before(48) })],
      { booked: 1, unplaced: 2 },
    ],
  ])('%s', (_, bookings, outcome, capacity = 1) => {
    expect(replay(bookings, {}, capacity)).toMatchObject(outcome);
  });
});

describe('a shorter cutoff', () => {
  const change = { cancellationCutoffMinutes: 30 };

  test('makes what was late free', () => {
    expect(replay([lateCancel('anna', 1)], change)).toMatchObject({ lateCancels: 0, forfeitedEntries: 0 });
  });

  test('but not what is later still', () => {
    expect(replay([lateCancel('anna', 0.25)], change)).toMatchObject({ lateCancels: 1, forfeitedEntries: 1 });
  });

  test('does not touch a class with a cutoff of its own', () => {
    expect(replay([lateCancel('anna', 1)], change, 1, { classCutoffMinutes: 240 })).toMatchObject({ lateCancels: 1 });
  });
});

test('a longer cutoff makes late what was in time, and unlimited tickets lose nothing', () => {
  const early = { canceledAt: before(10), canceledReason: 'member' } as const;
  const bookings = [booking('anna', early), booking('ben', { ...early, limited: false })];
  expect(replay(bookings, { cancellationCutoffMinutes: 1_440 }, 2)).toMatchObject({
    lateCancels: 2,
    forfeitedEntries: 1,
  });
});

test('a list that closes later refills the seat of a late cancel, and its entry comes back', () => {
  const bookings = [lateCancel('anna', 1), waiter('ben', 1)];
  expect(replay(bookings)).toMatchObject({ booked: 0, unplaced: 1, forfeitedEntries: 1 });
  expect(replay(bookings, { waitlistClosesMinutesBefore: 30 })).toMatchObject({
    booked: 1,
    placedFromList: 1,
    unplaced: 0,
    lateCancels: 1,
    forfeitedEntries: 0,
  });
});

describe('another capacity', () => {
  const bookings = [booking('anna'), waiter('ben', 1), waiter('cara', 2)];

  test('more places take who waited, at once', () => {
    expect(replay(bookings, {}, 2)).toMatchObject({ capacity: 2, booked: 2, unplaced: 1, placedFromList: 0 });
  });

  test('fewer places make others wait', () => {
    const two = [booking('anna'), booking('dora', { bookedAt: before(47) })];
    expect(replay(two, {}, 1)).toMatchObject({ capacity: 1, booked: 1, unplaced: 1 });
  });

  test('who left the list before keeps to it', () => {
    const left = [booking('anna'), waiter('ben', 1, { canceledAt: before(20), canceledReason: 'member' })];
    expect(replay(left, {}, 2)).toMatchObject({ booked: 1, unplaced: 0, lateCancels: 0 });
  });
});
