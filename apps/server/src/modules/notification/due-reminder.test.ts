import { expect, test } from 'vitest';
import { dueReminder } from './due-reminder.ts';

const DAY_BEFORE = 1_440;
const TWO_HOURS = 120;
const BOTH = [DAY_BEFORE, TWO_HOURS];
const at = (time: string) => Temporal.Instant.from(time);
const START = '2026-11-24T18:00:00Z';
const LONG_AGO = '2026-11-01T08:00:00Z';

test.each<[string, { now: string; since?: string; leads?: number[] }, number | null]>([
  ['a minute before the first is due', { now: '2026-11-23T17:59:59Z' }, null],
  ['the moment when it is due', { now: '2026-11-23T18:00:00Z' }, DAY_BEFORE],
  ['late by some hours', { now: '2026-11-24T03:00:00Z' }, DAY_BEFORE],
  ['the second', { now: '2026-11-24T16:00:00Z' }, TWO_HOURS],
  ['after an outage over both, the shorter', { now: '2026-11-24T17:30:00Z' }, TWO_HOURS],
  ['leads in any order', { now: '2026-11-24T17:30:00Z', leads: [TWO_HOURS, DAY_BEFORE] }, TWO_HOURS],
  ['at the start', { now: START }, null],
  ['after it', { now: '2026-11-24T19:00:00Z' }, null],
  ['a member who wants none', { now: '2026-11-24T16:00:00Z', leads: [] }, null],
  ['a week before', { now: '2026-11-17T18:00:00Z', leads: [10_080] }, 10_080],
  ['booked a moment after it was due', { now: '2026-11-23T18:01:00Z', since: '2026-11-23T18:00:01Z' }, null],
  ['booked a moment before', { now: '2026-11-23T18:01:00Z', since: '2026-11-23T17:59:59Z' }, DAY_BEFORE],
  ['booked between the two', { now: '2026-11-24T16:00:00Z', since: '2026-11-24T09:00:00Z' }, TWO_HOURS],
  ['booked an hour before the start', { now: '2026-11-24T17:01:00Z', since: '2026-11-24T17:00:00Z' }, null],
])('%s', (_, { now, since = LONG_AGO, leads = BOTH }, lead) => {
  expect(dueReminder({ startsAt: at(START), knownSince: at(since), leads }, at(now))).toBe(lead);
});

test.each([
  [
    'in spring, when a night has an hour less',
    '2027-03-28T10:00[Europe/Ljubljana]',
    '2027-03-27T09:00[Europe/Ljubljana]',
  ],
  ['in autumn, when it has one more', '2026-10-25T10:00[Europe/Ljubljana]', '2026-10-24T11:00[Europe/Ljubljana]'],
])('a day is 24 hours %s', (_, start, due) => {
  const instant = (wall: string) => Temporal.ZonedDateTime.from(wall).toInstant();
  const candidate = { startsAt: instant(start), knownSince: at('2026-01-01T00:00:00Z'), leads: BOTH };
  expect(dueReminder(candidate, instant(due).subtract({ seconds: 1 }))).toBeNull();
  expect(dueReminder(candidate, instant(due))).toBe(DAY_BEFORE);
});
