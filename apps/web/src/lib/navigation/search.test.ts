import { describe, expect, test } from 'vitest';
import { dayAfter, isDay, isId, isOneOf, readSearch, searchHref } from './search.ts';

const id = '01a20467-b0a7-7b3d-84fc-349616c194d3';
const rules = { from: isDay, userId: isId, state: isOneOf(['active']), q: (value: string) => value !== '' };

describe('an address', () => {
  test.each([
    ['all of it', { from: '2026-03-29', userId: id, state: 'active', q: 'ana' }],
    ['none of it', {}],
  ])('is read: %s', (_, search) => {
    expect(readSearch(rules, search)).toEqual(search);
  });

  test.each([
    ['a day that is none', { from: '2026-02-31x' }],
    ['a month too many', { from: '2026-13-01' }],
    ['an id that is none', { userId: 'me' }],
    ['a value nobody knows', { state: 'gone' }],
    ['the same thing twice', { state: ['active', 'active'] }],
    ['nothing', { q: '' }],
    ['what the list does not know', { page: '2' }],
  ])('loses %s', (_, params) => {
    expect(readSearch(rules, params)).toEqual({});
  });
});

test.each([
  [{}, '/admin/bookings'],
  [{ state: '', q: undefined }, '/admin/bookings'],
  [{ state: 'active', q: 'a&b' }, '/admin/bookings?state=active&q=a%26b'],
])('%o is %s', (search, href) => {
  expect(searchHref('/admin/bookings', search)).toBe(href);
});

test('a day ends where the next begins', () => {
  expect(dayAfter('2026-12-31')).toBe('2027-01-01');
});
