import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bookingOffer, isAction, type Offer, type OwnPlace, type Room } from './booking-offer.ts';
import { wayOnAfter, wayOnFrom } from './way-on.ts';

const opens = 1_000;
const listCloses = 2_000;
const closes = 3_000;
const starts = 4_000;
const ends = 5_000;
const iso = (at: number) => new Date(at).toISOString();

const times = {
  bookingOpensAt: iso(opens),
  waitlistClosesAt: iso(listCloses),
  bookingClosesAt: iso(closes),
  startsAt: iso(starts),
  endsAt: iso(ends),
};
const moments = [opens - 1, opens, listCloses, closes, starts, ends];
const seats = [
  { capacity: 2, activeCount: 0 },
  { capacity: 2, activeCount: 2 },
  { capacity: 2, activeCount: 3 },
];
const places: (OwnPlace | null)[] = [
  null,
  { state: 'active', waitingPosition: null, checkedInAt: null },
  { state: 'active', waitingPosition: null, checkedInAt: iso(starts) },
  { state: 'waiting', waitingPosition: 1, checkedInAt: null },
  { state: 'waiting', waitingPosition: null, checkedInAt: null },
  { state: 'canceled', waitingPosition: null, checkedInAt: null },
];

interface Case {
  session: Room;
  own: OwnPlace | null;
  now: number;
  offer: Offer;
}

/** Every state of a session, at every moment that matters, for everybody whom it can concern. */
const cases: Case[] = (['scheduled', 'canceled'] as const).flatMap((state) =>
  seats.flatMap((room) =>
    [0, 3].flatMap((waitingCount) =>
      places.flatMap((own) =>
        moments.map((now) => {
          const session = { ...times, ...room, state, waitingCount };
          return { session, own, now, offer: bookingOffer(session, own, now) };
        }),
      ),
    ),
  ),
);
const where = (matches: (one: Case) => boolean) => cases.filter(matches).map(({ offer }) => offer.kind);
const kinds = (matches: (one: Case) => boolean) => [...new Set(where(matches))].sort();

describe('over every state', () => {
  test('a canceled session offers nothing, whoever asks', () => {
    expect(kinds(({ session }) => session.state === 'canceled')).toEqual(['canceled']);
  });

  const alive = (one: Case) => one.session.state === 'scheduled';
  const isFree = ({ session }: Case) => session.activeCount < session.capacity;
  const has = ({ own }: Case, state: string) => own?.state === state;
  const hasNothing = (one: Case) => one.own === null || has(one, 'canceled');

  test('a place stays a place until it is canceled', () => {
    expect(kinds((one) => alive(one) && has(one, 'active'))).toEqual(['booked', 'checkedIn']);
  });

  test('nothing can be pressed before booking opens, after it closes, or once the session has begun', () => {
    const acts = cases.filter(({ offer }) => isAction(offer)).map(({ now }) => now);
    expect([...new Set(acts)].sort()).toEqual([opens, listCloses]);
  });

  test('a free seat can be booked by whoever has none, and by a waiter once the list has closed', () => {
    const open = (one: Case) => alive(one) && isFree(one) && one.now >= opens && one.now < closes;
    expect(kinds((one) => open(one) && hasNothing(one))).toEqual(['book']);
    expect(kinds((one) => open(one) && has(one, 'waiting') && one.now >= listCloses)).toEqual(['book']);
  });

  test('a full session offers the list while it moves, and nothing after', () => {
    const full = (one: Case) => alive(one) && !isFree(one) && hasNothing(one);
    expect(kinds((one) => full(one) && one.now === opens)).toEqual(['join']);
    expect(kinds((one) => full(one) && one.now === listCloses)).toEqual(['full']);
  });

  test('each has words in every language, and a way on', () => {
    const met = [...new Set(cases.map(({ offer }) => offer.kind))];
    expect(met).toHaveLength(11);
    for (const locale of ['en', 'de', 'es', 'sl']) {
      const file = join(import.meta.dirname, `../../../messages/${locale}.json`);
      const { offer: words } = JSON.parse(readFileSync(file, 'utf8'));
      expect(met.filter((kind) => !words[kind])).toEqual([]);
      for (const { offer } of cases) expect(words.wayOn[wayOnFrom(offer)] ?? isAction(offer)).toBeTruthy();
    }
  });
});

/** What `POST /bookings` can answer, from docs/errors.md. */
const refusals = [
  ['no_usable_ticket', 'ticket'],
  ['overlapping_booking', 'overlapping'],
  ['already_booked', 'bookings'],
  ['account_blocked', 'askStudio'],
  ['booking_not_open', 'calendar'],
  ['booking_closed', 'otherDates'],
  ['waiting_list_closed', 'otherDates'],
  ['session_started', 'otherDates'],
  ['session_canceled', 'otherDates'],
  ['not_found', 'otherDates'],
  ['unauthenticated', 'signIn'],
  ['busy', 'tryAgain'],
  ['rate_limited', 'tryAgain'],
  ['a code of tomorrow', 'tryAgain'],
  [null, 'tryAgain'],
] as const;

test.each(refusals)('after %s: %s', (code, way) => {
  expect(wayOnAfter(code)).toBe(way);
});
