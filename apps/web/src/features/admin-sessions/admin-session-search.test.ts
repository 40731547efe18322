import { expect, test } from 'vitest';
import { adminSessionQuery, adminSessionsHref, readAdminSessionSearch, weekQuery } from './admin-session-search.ts';

const classId = '0199a0a0-0000-7000-8000-000000000001';

test('an address and its search are two forms of the same', () => {
  const search = { view: 'list', from: '2026-11-24', classId, state: 'canceled' };
  const url = new URL(adminSessionsHref(search), 'http://studio.test');
  expect(readAdminSessionSearch(Object.fromEntries(url.searchParams))).toEqual(search);
  expect(adminSessionsHref({ from: '' })).toBe('/admin/sessions');
});

test.each([
  { from: 'soon' },
  { from: '2026-13-40' },
  { state: 'lost' },
  { classId: 'yoga' },
  { to: ['a'] },
  { view: 'year' },
  { week: 'next' },
])('%j asks for nothing', (params) => {
  expect(readAdminSessionSearch(params)).toEqual({});
});

test('days begin and end in the zone of the studio, the last one included', () => {
  expect(adminSessionQuery({ from: '2026-11-24', to: '2026-11-24' }, 'Europe/Ljubljana')).toEqual({
    isActive: true,
    from: '2026-11-23T23:00:00.000Z',
    to: '2026-11-24T23:00:00.000Z',
  });
});

test('a week has 167 hours when the clocks go forward, and its own filters only', () => {
  const { from, to, ...rest } = weekQuery(
    { view: 'week', from: '2020-01-01', classId },
    '2027-03-22',
    'Europe/Ljubljana',
  );
  expect([from, to]).toEqual(['2027-03-21T23:00:00.000Z', '2027-03-28T22:00:00.000Z']);
  expect(rest).toEqual({ classId, isActive: true });
});
