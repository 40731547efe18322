import { expect, test } from 'vitest';
import { bookingOffer, nextOfferChange } from './booking-offer.ts';

const session = {
  state: 'scheduled' as const,
  startsAt: '2026-11-24T18:00:00+01:00',
  endsAt: '2026-11-24T19:00:00+01:00',
  bookingOpensAt: '2026-10-27T18:00:00+01:00',
  bookingClosesAt: '2026-11-24T18:00:00+01:00',
  waitlistClosesAt: '2026-11-24T16:00:00+01:00',
  capacity: 12,
  activeCount: 6,
  waitingCount: 0,
};
const full = { ...session, activeCount: 12, waitingCount: 3 };
const mine = (state: 'active' | 'waiting' | 'canceled', waitingPosition: number | null = null) => ({
  state,
  waitingPosition,
  checkedInAt: null,
});

const early = Date.parse('2026-11-24T09:00:00Z');
const listClosed = Date.parse(session.waitlistClosesAt);
const started = Date.parse(session.startsAt);
const over = Date.parse(session.endsAt);
const notOpen = Date.parse(session.bookingOpensAt) - 1;

test.each([
  ['a seat is free', session, null, early, { kind: 'book' }],
  ['full', full, null, early, { kind: 'join', waitingCount: 3 }],
  ['over capacity', { ...full, activeCount: 14 }, null, early, { kind: 'join', waitingCount: 3 }],
  ['full and the list closed', full, null, listClosed, { kind: 'full' }],
  ['a seat after the list closed', session, null, listClosed, { kind: 'book' }],
  ['has a place', session, mine('active'), early, { kind: 'booked' }],
  ['has a place, started', session, mine('active'), started, { kind: 'booked' }],
  ['has come', session, { ...mine('active'), checkedInAt: session.startsAt }, started, { kind: 'checkedIn' }],
  ['waits', full, mine('waiting', 2), early, { kind: 'waiting', position: 2 }],
  ['waits beside a seat it may not take yet', session, mine('waiting', 1), early, { kind: 'waiting', position: 1 }],
  ['waits, list closed, still full', full, mine('waiting', 1), listClosed, { kind: 'waiting', position: 1 }],
  ['waits, list closed, a seat is free', session, mine('waiting', 1), listClosed, { kind: 'book' }],
  ['canceled before', session, mine('canceled'), early, { kind: 'book' }],
  ['not open yet', session, null, notOpen, { kind: 'opens', at: session.bookingOpensAt }],
  ['opens right now', session, null, notOpen + 1, { kind: 'book' }],
  ['booking closed', { ...session, bookingClosesAt: session.waitlistClosesAt }, null, listClosed, { kind: 'closed' }],
  ['started', session, null, started, { kind: 'started' }],
  ['over', session, null, over, { kind: 'over' }],
  ['waited until the start', full, mine('waiting', 1), started, { kind: 'started' }],
  ['the session is canceled', { ...session, state: 'canceled' as const }, mine('active'), early, { kind: 'canceled' }],
])('%s', (_, room, own, now, offer) => {
  expect(bookingOffer(room, own, now)).toEqual(offer);
});

test('the next change by time is the nearest moment to come', () => {
  expect(nextOfferChange([session], early)).toBe(listClosed);
  expect(nextOfferChange([session], listClosed)).toBe(started);
  expect(nextOfferChange([session], started)).toBe(over);
  expect(nextOfferChange([session], over)).toBe(Number.POSITIVE_INFINITY);
});
