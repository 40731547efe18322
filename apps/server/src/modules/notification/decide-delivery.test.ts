import { describe, expect, test } from 'vitest';
import { decideDelivery, type SkipReason, type Standing } from './decide-delivery.ts';
import type { MessageData } from './message-data.ts';
import { type MessageKind, messageKinds } from './message-kinds.ts';

const now = Temporal.Instant.from('2026-03-02T10:00:00Z');
const startsAt = now.add({ hours: 24 });
const validUntil = now.add({ hours: 24 * 7 });

/** Everything as the messages of these tests tell it. */
const standing: Standing = {
  recipient: { erased: false, addressFails: false },
  preferences: { bookings: true, tickets: true, reminders: [1_440, 120] },
  resent: false,
  booking: { state: 'active' },
  session: { state: 'scheduled', startsAt, freeSeats: 1, revision: 3 },
  ticket: { status: 'active', entriesLeft: 1, validUntil },
  link: {},
};
const data: MessageData = {
  revision: 3,
  startsAt: startsAt.toString(),
  minutesBefore: 1_440,
  entriesLeft: 1,
  validUntil: validUntil.toString(),
};
const waiting: Partial<Standing> = { booking: { state: 'waiting' } };
const canceled: Partial<Standing> = { booking: { state: 'canceled' } };
const session = (changes: Partial<NonNullable<Standing['session']>>): Partial<Standing> => ({
  session: { state: 'scheduled', startsAt, freeSeats: 1, revision: 3, ...changes },
});
const begun = session({ startsAt: now });
const ticket = (changes: Partial<NonNullable<Standing['ticket']>>): Partial<Standing> => ({
  ticket: { status: 'active', entriesLeft: 1, validUntil, ...changes },
});

const outcome = (kind: MessageKind, changes: Partial<Standing>, told: MessageData = data) => {
  const delivery = decideDelivery(kind, told, { ...standing, ...changes }, now);
  return delivery.kind === 'skip' ? delivery.reason : 'send';
};

describe('is it still true', () => {
  const cases: [MessageKind, string, Partial<Standing>, 'send' | SkipReason][] = [
    ['booking_confirmed', 'booked', {}, 'send'],
    ['booking_confirmed', 'canceled since', canceled, 'no_longer_true'],
    ['booking_confirmed', 'begun since', begun, 'no_longer_true'],
    ['booking_waiting', 'waiting', waiting, 'send'],
    ['booking_waiting', 'begun since', { ...waiting, ...begun }, 'no_longer_true'],
    ['booking_waiting', 'promoted since', {}, 'no_longer_true'],
    ['booking_promoted', 'booked', {}, 'send'],
    ['booking_promoted', 'canceled since', canceled, 'no_longer_true'],
    ['booking_promoted', 'begun since', begun, 'no_longer_true'],
    ['seat_opened', 'waiting beside a free seat', waiting, 'send'],
    ['seat_opened', 'booked since', {}, 'no_longer_true'],
    ['seat_opened', 'taken since', { ...waiting, ...session({ freeSeats: 0 }) }, 'no_longer_true'],
    ['seat_opened', 'begun since', { ...waiting, ...begun }, 'no_longer_true'],
    ['promotion_skipped', 'waiting', waiting, 'send'],
    ['promotion_skipped', 'promoted since', {}, 'no_longer_true'],
    ['promotion_skipped', 'begun since', { ...waiting, ...begun }, 'no_longer_true'],
    ['session_moved', 'booked', {}, 'send'],
    ['session_moved', 'waiting', waiting, 'send'],
    ['session_moved', 'moved again since', session({ revision: 4 }), 'no_longer_true'],
    ['session_moved', 'booking canceled since', canceled, 'no_longer_true'],
    ['session_moved', 'session canceled since', session({ state: 'canceled' }), 'no_longer_true'],
    ['session_moved', 'begun since', begun, 'no_longer_true'],
    ['instructor_changed', 'booked', {}, 'send'],
    ['instructor_changed', 'begun since', begun, 'no_longer_true'],
    ['instructor_changed', 'changed again since', session({ revision: 4 }), 'no_longer_true'],
    ['reminder', 'as planned', {}, 'send'],
    ['reminder', 'waiting', waiting, 'no_longer_true'],
    ['reminder', 'session canceled', session({ state: 'canceled' }), 'no_longer_true'],
    ['reminder', 'moved', session({ startsAt: startsAt.add({ hours: 1 }) }), 'no_longer_true'],
    ['reminder', 'begun', begun, 'no_longer_true'],
    ['ticket_low', 'one entry left', {}, 'send'],
    ['ticket_low', 'the last one gone since', ticket({ status: 'used_up', entriesLeft: 0 }), 'send'],
    ['ticket_low', 'entries added since', ticket({ entriesLeft: 5 }), 'no_longer_true'],
    ['ticket_low', 'revoked since', ticket({ status: 'revoked' }), 'no_longer_true'],
    ['ticket_expiring', 'as it was', {}, 'send'],
    ['ticket_expiring', 'prolonged since', ticket({ validUntil: validUntil.add({ hours: 24 }) }), 'no_longer_true'],
    ['ticket_expiring', 'expired since', ticket({ status: 'expired' }), 'no_longer_true'],
    ['verify_email', 'link good', {}, 'send'],
    ['verify_email', 'link used or expired', { link: undefined }, 'link_used'],
    ['reset_password', 'link used or expired', { link: undefined }, 'link_used'],
    ['invitation', 'link good', {}, 'send'],
    ['invitation', 'link used or expired', { link: undefined }, 'link_used'],
    ['booking_canceled', 'it stays canceled', canceled, 'send'],
    ['booking_canceled', 'begun since', { ...canceled, ...begun }, 'send'],
    ['entry_returned_after_refill', 'begun since', { ...canceled, ...begun }, 'send'],
    ['waiting_list_closed', 'begun, which it tells of', { ...canceled, ...begun }, 'send'],
    ['session_canceled', 'it stays canceled', { ...canceled, ...session({ state: 'canceled' }) }, 'send'],
  ];
  test.each(cases)('%s, %s', (kind, _, changes, expected) => {
    expect(outcome(kind, changes)).toBe(expected);
  });

  test('a message about a booking that cannot be found is not true', () => {
    expect(outcome('booking_confirmed', { booking: undefined, session: undefined })).toBe('no_longer_true');
  });
});

describe('is it wanted', () => {
  const off: Partial<Standing> = { preferences: { bookings: false, tickets: false, reminders: [] } };
  const always = (kind: MessageKind) => ['account', 'essential'].includes(messageKinds[kind]);
  const kinds = Object.keys(messageKinds) as MessageKind[];

  test.each(kinds.filter(always))('%s is always sent', (kind) => {
    expect(outcome(kind, off)).toBe('send');
  });
  test.each(kinds.filter((kind) => !always(kind)))('%s can be switched off', (kind) => {
    expect(outcome(kind, off)).toBe('not_wanted');
  });
  test('each category by itself', () => {
    const onlyTickets = { preferences: { bookings: false, tickets: true, reminders: [] } };
    expect(outcome('ticket_bought', onlyTickets)).toBe('send');
    expect(outcome('booking_canceled', onlyTickets)).toBe('not_wanted');
  });
  test('reminders only so long before as the member chose', () => {
    expect(outcome('reminder', {}, { ...data, minutesBefore: 60 })).toBe('not_wanted');
    expect(outcome('reminder', {}, { ...data, minutesBefore: 120 })).toBe('send');
  });
});

describe('can it arrive', () => {
  const fails: Partial<Standing> = { recipient: { erased: false, addressFails: true } };
  const cases: [MessageKind, string, Partial<Standing>, 'send' | SkipReason][] = [
    ['verify_email', 'at an address that failed', fails, 'send'],
    ['session_canceled', 'at an address that failed', fails, 'send'],
    ['booking_confirmed', 'at an address that failed', fails, 'address_fails'],
    ['booking_confirmed', 'sent again by an admin', { ...fails, resent: true }, 'send'],
    ['password_changed', 'erased', { recipient: { erased: true, addressFails: false } }, 'erased'],
  ];
  test.each(cases)('%s, %s', (kind, _, changes, expected) => {
    expect(outcome(kind, changes)).toBe(expected);
  });
});
