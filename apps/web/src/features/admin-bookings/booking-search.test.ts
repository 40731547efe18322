import { expect, test } from 'vitest';
import { bookingQuery, bookingsHref, readBookingSearch } from './booking-search.ts';

const id = '01a20467-b0a7-7b3d-84fc-349616c194d3';

test('an address says what is listed', () => {
  const search = { q: 'ana', state: 'canceled', canceledReason: 'late', sessionId: id, sort: '-startsAt' };
  expect(readBookingSearch({ ...search, state: 'canceled', attendance: 'maybe', sort: '-startsAt' })).toEqual(search);
  expect(readBookingSearch(Object.fromEntries(new URLSearchParams(bookingsHref(search).split('?')[1])))).toEqual(
    search,
  );
});

test.each([
  ['a day', { from: '2026-11-24', to: '2026-11-24' }, '2026-11-23T23:00:00.000Z', '2026-11-24T23:00:00.000Z'],
  [
    'the day with 23 hours',
    { from: '2026-03-29', to: '2026-03-29' },
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
  ],
])('%s is one of the studio', (_, search, from, to) => {
  expect(bookingQuery({ ...search, state: 'active' }, 'Europe/Ljubljana')).toEqual({ state: 'active', from, to });
});
