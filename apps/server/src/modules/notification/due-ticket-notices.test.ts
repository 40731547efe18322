import { describe, expect, test } from 'vitest';
import { dueTicketNotices, type NoticedTicket } from './due-ticket-notices.ts';

const now = Temporal.Instant.from('2026-11-22T12:00:00Z');
const days = (count: number) => now.add({ hours: Math.round(24 * count) });

const ticket = (row: Partial<NoticedTicket> = {}): NoticedTicket => ({
  id: 'card',
  state: 'active',
  entriesLeft: 5,
  validFrom: days(-30),
  validUntil: days(60),
  entriesGranted: 10,
  topUps: 1,
  changedAt: days(-1),
  ...row,
});
const noticesOf = (...tickets: NoticedTicket[]) =>
  dueTicketNotices(tickets, now).map((notice) => `${notice.kind} ${notice.ticket.id}`);

const unlimited = { entriesLeft: null, entriesGranted: 0 };

describe('a ticket runs low', () => {
  test.each<[string, Partial<NoticedTicket>, boolean]>([
    ['two entries left', { entriesLeft: 2 }, false],
    ['one left', { entriesLeft: 1 }, true],
    ['none left', { entriesLeft: 0 }, true],
    ['a single entry, used', { entriesLeft: 0, entriesGranted: 1 }, false],
    ['a single entry, not used', { entriesLeft: 1, entriesGranted: 1 }, false],
    ['unlimited', unlimited, false],
    ['used up three days ago', { entriesLeft: 0, changedAt: days(-3) }, true],
    ['used up weeks ago', { entriesLeft: 0, changedAt: days(-3.1) }, false],
    ['expired', { entriesLeft: 1, validUntil: now }, false],
    ['frozen', { entriesLeft: 1, state: 'frozen' }, false],
    ['revoked', { entriesLeft: 0, state: 'revoked' }, false],
    ['none left, and it ends soon anyway', { entriesLeft: 0, validUntil: days(3) }, true],
  ])('%s', (_, row, isTold) => {
    expect(noticesOf(ticket(row))).toEqual(isTold ? ['ticket_low card'] : []);
  });

  test.each<[string, Partial<NoticedTicket>, string[]]>([
    ['another with entries', { entriesLeft: 3 }, []],
    ['one that starts at its first booking', { validFrom: null, validUntil: null }, []],
    ['an unlimited one', unlimited, []],
    ['one that is used up for long', { entriesLeft: 0, changedAt: days(-9) }, ['ticket_low card']],
    ['a frozen one', { state: 'frozen' }, ['ticket_low card']],
    ['one that ran low too', { entriesLeft: 1 }, ['ticket_low other']],
  ])('beside %s', (_, other, told) => {
    expect(noticesOf(ticket({ entriesLeft: 0 }), ticket({ id: 'other', ...other }))).toEqual(told);
  });
});

describe('a ticket expires', () => {
  test.each<[string, Partial<NoticedTicket>, boolean]>([
    ['in more than seven days', { validUntil: days(7.1) }, false],
    ['in seven days', { validUntil: days(7) }, true],
    [
      'with one entry left: what would be lost is said, not that it is low',
      { entriesLeft: 1, validUntil: days(2) },
      true,
    ],
    ['unlimited', { ...unlimited, validUntil: days(2) }, true],
    ['frozen', { validUntil: days(2), state: 'frozen' }, false],
    ['it has', { validUntil: now }, false],
    ['not started', { validFrom: days(1), validUntil: days(2) }, false],
    ['a week, just bought', { validFrom: now, validUntil: days(7) }, false],
    ['a week, in its last quarter', { validFrom: days(-5.25), validUntil: days(1.75) }, true],
  ])('%s', (_, row, isTold) => {
    expect(noticesOf(ticket(row))).toEqual(isTold ? ['ticket_expiring card'] : []);
  });

  test.each<[string, Partial<NoticedTicket>, string[]]>([
    ['one that goes on', { validUntil: days(30) }, []],
    ['one that has not started', { validFrom: null, validUntil: null }, []],
    ['one that goes on but is used up', { entriesLeft: 0, changedAt: days(-9) }, ['ticket_expiring card']],
    ['one that ends before', { validUntil: days(1) }, ['ticket_expiring card']],
  ])('beside %s', (_, other, told) => {
    expect(noticesOf(ticket({ validUntil: days(2) }), ticket({ id: 'other', ...other }))).toEqual(told);
  });
});
