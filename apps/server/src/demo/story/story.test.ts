import { describe, expect, test } from 'vitest';
import { demoLocations } from '../catalogue/places-and-people.ts';
import { inventPeople } from '../people/people.ts';
import { Random } from '../random.ts';
import { Agenda } from './agenda.ts';
import { planBeats } from './beats.ts';
import { planSeries } from './plan-series.ts';
import { planSessions } from './plan-sessions.ts';
import { planWishes } from './plan-wishes.ts';

const policy = {
  bookingOpensDaysBefore: 28,
  bookingClosesMinutesBefore: 0,
  cancellationCutoffMinutes: 120,
  waitlistClosesMinutesBefore: 120,
  promotionGraceMinutes: 15,
  overlappingBookingsAllowed: false,
};
const at = (text: string) => Temporal.Instant.from(text);

describe('sessions', () => {
  test('keep their wall time across a change of the clocks', () => {
    const sessions = planSessions(Temporal.PlainDate.from('2026-03-30'));
    const times = sessions
      .filter(({ slot }) => slot.location === 'riverside' && slot.class === 'yin' && slot.days.includes(7))
      .map(({ startsAt }) => startsAt.toString());
    expect(times.slice(5, 7)).toEqual(['2026-03-29T16:00:00Z', '2026-04-05T16:00:00Z']);
    expect(times[4]).toBe('2026-03-22T17:00:00Z');
  });

  test('reach from six weeks ago to four weeks ahead, in order', () => {
    const today = Temporal.PlainDate.from('2026-11-22');
    const sessions = planSessions(today);
    const days = sessions.map(({ startsAt, slot }) =>
      startsAt.toZonedDateTimeISO(demoLocations[slot.location].timeZone).toPlainDate().since(today).total('days'),
    );
    expect([Math.min(...days), Math.max(...days)]).toEqual([-42, 27]);
    expect(new Set(days).size).toBe(70);
    expect(sessions.map(({ startsAt }) => startsAt.epochMilliseconds)).toEqual(
      sessions.map(({ startsAt }) => startsAt.epochMilliseconds).toSorted((a, b) => a - b),
    );
  });
});

test('series have the days of their sessions, and go on where the story ends', () => {
  const today = Temporal.PlainDate.from('2026-03-30');
  const sessions = planSessions(today);
  const series = planSeries(today);
  const [first] = series;
  expect(first).toMatchObject({ rule: 'FREQ=WEEKLY;BYDAY=MO,WE,FR', durationMinutes: 60 });
  expect([first?.startsOn, first?.generatedUntil].map(String)).toEqual(['2026-02-16', '2026-04-26']);
  const own = new Set(series.map(({ slot }) => slot));
  expect(
    sessions.filter(({ slot, bookingOpensDaysBefore }) => own.has(slot) === (bookingOpensDaysBefore !== null)),
  ).toEqual([]);
});

describe('wishes', () => {
  const dawn = at('2026-03-30T00:00:00+02:00');
  const random = new Random('2026-03-30');
  const sessions = planSessions(Temporal.PlainDate.from('2026-03-30'));
  const people = inventPeople(random, 400, dawn);
  const wishes = planWishes(random, people, sessions, policy);

  test('nobody books before they came, before booking opens or after the start', () => {
    const wrong = wishes.filter(({ person, session, at: time }) => {
      const days = session.bookingOpensDaysBefore ?? 28;
      const hours = session.startsAt.since(time).total('hours');
      return hours <= 0 || hours > days * 24 + 1 || Temporal.Instant.compare(time, person.joinedAt) < 0;
    });
    expect(wrong).toEqual([]);
  });

  test('there are more of them every fortnight, and evenings are wanted most', () => {
    const between = (from: number, to: number) =>
      wishes.filter(({ session }) => {
        const days = dawn.until(session.startsAt).total('hours') / 24;
        return days >= from && days < to;
      });
    expect(between(-28, -14).length).toBeGreaterThan(between(-42, -28).length);
    expect(between(-14, 0).length).toBeGreaterThan(between(-28, -14).length);
    const perSession = (location: string, time: string) => {
      const those = sessions.filter(({ slot }) => slot.location === location && slot.time === time);
      return wishes.filter(({ session }) => those.includes(session)).length / those.length;
    };
    expect(perSession('riverside', '18:15')).toBeGreaterThan(2 * perSession('riverside', '09:30'));
  });
});

describe('agenda', () => {
  const beats = ['2026-01-01T10:00:00Z', '2026-01-01T11:00:00Z', '2026-01-01T12:00:00Z'].map(at);

  test('things happen at the next beat, also those added meanwhile; none after the last', () => {
    const agenda = new Agenda<string>(beats);
    agenda.add(at('2026-01-01T10:00:01Z'), 'second');
    agenda.add(at('2026-01-01T10:00:00Z'), 'first');
    agenda.add(at('2026-01-01T12:00:01Z'), 'never');
    const told: [string, readonly string[]][] = [];
    for (const [time, items] of agenda) {
      told.push([time.toString(), items]);
      if (items.includes('first')) agenda.add(at('2026-01-01T11:30:00Z'), 'third');
    }
    expect(told).toEqual([
      ['2026-01-01T10:00:00Z', ['first']],
      ['2026-01-01T11:00:00Z', ['second']],
      ['2026-01-01T12:00:00Z', ['third']],
    ]);
  });

  test('beats come in order and end now', () => {
    const now = at('2026-03-29T09:30:00Z');
    const moments = planBeats(new Random('beats'), now, 'Europe/Ljubljana');
    expect(moments.map((moment) => moment.epochMilliseconds)).toEqual(
      moments.map((moment) => moment.epochMilliseconds).toSorted((a, b) => a - b),
    );
    expect(moments.at(-1)).toBe(now);
  });
});
