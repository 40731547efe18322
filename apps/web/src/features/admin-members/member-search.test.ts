import { expect, test } from 'vitest';
import { memberQuery, membersHref, readMemberSearch } from './member-search.ts';

test('an address and its search are two forms of the same', () => {
  const search = { q: 'Žan Čuk', ticketStatus: 'expiring', expiringWithinDays: '30', blocked: 'false', sort: 'name' };
  const url = new URL(membersHref(search), 'http://studio.test');
  expect(readMemberSearch(Object.fromEntries(url.searchParams))).toEqual(search);
  expect(membersHref({ q: '' })).toBe('/admin/members');
});

test.each([
  { q: ' ' },
  { ticketStatus: 'gone' },
  { expiringWithinDays: '-1' },
  { role: 'owner' },
  { blocked: 'maybe' },
  { sort: 'email' },
  { q: ['a', 'b'] },
])('%j asks for nothing', (params) => {
  expect(readMemberSearch(params)).toEqual({});
});

test('the API is asked with numbers and booleans', () => {
  expect(memberQuery({ ticketStatus: 'expiring', expiringWithinDays: '7', blocked: 'true', sort: '-name' })).toEqual({
    ticketStatus: 'expiring',
    expiringWithinDays: 7,
    blocked: true,
    sort: '-name',
  });
});
