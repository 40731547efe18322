import { expect, test } from 'vitest';
import type { Roster, RosterEntry } from '#lib/api/types.ts';
import { putEntry, searchRoster } from './roster-entries.ts';

const entry = (bookingId: string, name: string, checkedInAt: string | null = null): RosterEntry => ({
  bookingId,
  user: { id: `user-${bookingId}`, name, email: null },
  state: 'active',
  waitingPosition: null,
  bookedAt: '2026-11-20T10:00:00Z',
  checkedInAt,
  noShowAt: null,
  firstVisit: false,
  ticket: { id: 't', name: 'Ten', entriesLeft: 3, lastEntry: false, validUntil: null, expiresSoon: false },
});

const items = [entry('1', 'Špela Žagar'), entry('2', 'Ana Kovač'), entry('3', 'Ana-Marija Ferlež')];

test.each([
  ['', ['1', '2', '3']],
  ['ana', ['2', '3']],
  ['KOV an', ['2']],
  ['spe', ['1']],
  ['žaga', ['1']],
  ['marija', ['3']],
  ['ova', []],
])('%j finds %j', (typed, found) => {
  expect(searchRoster(items, typed).map(({ bookingId }) => bookingId)).toEqual(found);
});

test('an entry that changes takes the count of those who are here along', () => {
  const session = { checkedInCount: 0 } as Roster['session'];
  const here = putEntry({ session, items }, entry('2', 'Ana Kovač', '2026-11-24T17:00:00Z'));
  expect(here.session.checkedInCount).toBe(1);
  expect(here.items.map(({ checkedInAt }) => checkedInAt !== null)).toEqual([false, true, false]);
  expect(putEntry(here, entry('2', 'Ana Kovač', '2026-11-24T17:00:01Z')).session.checkedInCount).toBe(1);
  expect(putEntry(here, entry('2', 'Ana Kovač')).session.checkedInCount).toBe(0);
  expect(putEntry(here, entry('gone', 'Ben'))).toBe(here);
});
