import { expect, test } from 'vitest';
import { adminSessionQuery, adminSessionsHref, readAdminSessionSearch } from './admin-session-search.ts';

const classId = '0199a0a0-0000-7000-8000-000000000001';

test('an address and its search are two forms of the same', () => {
  const search = { from: '2026-11-24', classId, state: 'canceled' };
  const url = new URL(adminSessionsHref(search), 'http://studio.test');
  expect(readAdminSessionSearch(Object.fromEntries(url.searchParams))).toEqual(search);
  expect(adminSessionsHref({ from: '' })).toBe('/admin/sessions');
});

test.each([{ from: 'soon' }, { from: '2026-13-40' }, { state: 'lost' }, { classId: 'yoga' }, { to: ['a'] }])(
  '%j asks for nothing',
  (params) => {
    expect(readAdminSessionSearch(params)).toEqual({});
  },
);

test('days begin and end in the zone of the studio, the last one included', () => {
  expect(adminSessionQuery({ from: '2026-11-24', to: '2026-11-24' }, 'Europe/Ljubljana')).toEqual({
    isActive: true,
    from: '2026-11-23T23:00:00.000Z',
    to: '2026-11-24T23:00:00.000Z',
  });
});
