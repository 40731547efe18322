import { expect, test } from 'vitest';
import { areaHref, areasOf, isForRole } from './admin-areas.ts';

test('admins have all areas, members none', () => {
  expect(areasOf('admin').length).toBeGreaterThan(areasOf('staff').length);
  expect([...areasOf('member'), ...areasOf(null)]).toEqual([]);
});

test.each(areasOf('staff').map(areaHref))('%s is for staff', (href) => {
  expect(isForRole('staff', `${href}/1`)).toBe(true);
});

test.each([
  ['admin', '/admin/sessions/new', true],
  ['admin', '/admin/anything', true],
  ['staff', '/admin/sessions', false],
  ['staff', '/admin/anything', false],
  ['member', '/admin/sessions', false],
  [null, '/admin/sessions', false],
] as const)('%s may open %s: %s', (role, pathname, may) => {
  expect(isForRole(role, pathname)).toBe(may);
});
