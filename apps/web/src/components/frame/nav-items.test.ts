import { expect, test } from 'vitest';
import { isCurrent, navItems } from './nav-items.ts';

test.each([
  [null, ['schedule', 'tickets']],
  ['member', ['schedule', 'bookings', 'tickets', 'account']],
  ['staff', ['schedule', 'bookings', 'tickets', 'account', 'desk']],
  ['admin', ['schedule', 'bookings', 'tickets', 'account', 'admin']],
] as const)('the ways of %s', (role, labels) => {
  expect(navItems(role).map(({ label }) => label)).toEqual(labels);
});

test.each([
  ['/', '/', true],
  ['/', '/sessions/1', true],
  ['/', '/tickets', false],
  ['/tickets', '/tickets', true],
  ['/tickets', '/tickets-of-others', false],
  ['/admin/sessions', '/admin/sessions/new', true],
  ['/admin/sessions', '/admin/members', true],
])('%s is current on %s: %s', (href, pathname, current) => {
  expect(isCurrent(href, pathname)).toBe(current);
});
