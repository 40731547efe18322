import { expect, test } from 'vitest';
import { dayBeside, deskHref, readDeskSearch } from './desk-search.ts';

const locationId = '0199a0a0-0000-7000-8000-000000000001';

test('an address and its search are two forms of the same', () => {
  const search = { date: '2026-11-24', locationId };
  const url = new URL(deskHref(search), 'http://studio.test');
  expect(readDeskSearch(Object.fromEntries(url.searchParams))).toEqual(search);
  expect(deskHref({})).toBe('/admin/today');
});

test.each([{}, { date: 'today' }, { date: '2026-02-31' }, { date: ['2026-11-24'] }, { locationId: 'here' }])(
  '%j asks for nothing',
  (params) => {
    expect(readDeskSearch(params)).toEqual({});
  },
);

test('a day beside another crosses months and changes of the clocks', () => {
  expect(dayBeside('2026-03-01', -1)).toBe('2026-02-28');
  expect(dayBeside('2026-10-24', 2)).toBe('2026-10-26');
});
