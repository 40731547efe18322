import { expect, test } from 'vitest';
import { nextStep, type Step } from './next-step.ts';

const startsAt = '2026-11-24T18:00:00+01:00';
const session = { startsAt, endsAt: '2026-11-24T19:00:00+01:00', activeCount: 3, capacity: 8 };
const full = { ...session, activeCount: 8 };
const ticket = { id: 'ticket', name: 'Ten classes', entriesLeft: 4, validUntil: null };
const place = { id: 'booking', state: 'active', waitingPosition: null, checkedInAt: null } as const;
const inLine = { ...place, state: 'waiting', waitingPosition: 2 } as const;
const nothing = { booking: null, ticket: null, refusal: null };
const covered = { ...nothing, ticket };
const taken = 'overlapping_booking' as const;

const [before, late, over] = [-5, 2, 60].map((minutes) => Date.parse(startsAt) + minutes * 60_000);

const cases: [string, Step, Parameters<typeof nextStep>[1], Parameters<typeof nextStep>[2], number | undefined][] = [
  ['a ticket and a free place', 'book', session, covered, before],
  ['no ticket and a free place', 'sell', session, nothing, before],
  ['no ticket and no place: not sold by the way', 'sellForList', full, nothing, before],
  ['a ticket and no place: the list', 'book', full, covered, before],
  ['already in line', 'waits', full, { ...covered, booking: inLine }, before],
  ['in line without a ticket to move up with', 'sellForList', full, { ...nothing, booking: inLine }, before],
  ['in line beside a free place', 'book', session, { ...covered, booking: inLine }, before],
  [
    'another session at that time, with a ticket or without',
    'overlaps',
    session,
    { ...nothing, refusal: taken },
    before,
  ],
  ['a place', 'checkIn', full, { ...covered, booking: place }, before],
  ['a place, late', 'checkIn', full, { ...covered, booking: place }, late],
  ['late, with a free place', 'book', session, covered, late],
  ['late, without a ticket', 'sell', session, nothing, late],
  ['late, and full', 'fullLate', full, covered, late],
  ['late, full, without a ticket', 'fullLate', full, nothing, late],
  ['when it is over', 'over', session, covered, over],
];
test.each(cases)('%s: %s', (_, step, where, stand, now = 0) => {
  expect(nextStep({}, where, stand, now)).toBe(step);
});

test('who is blocked only goes where there is a place already', () => {
  expect(nextStep({ blocked: true }, session, covered, before ?? 0)).toBe('blocked');
  expect(nextStep({ blocked: true }, session, { ...covered, booking: place }, before ?? 0)).toBe('checkIn');
});
