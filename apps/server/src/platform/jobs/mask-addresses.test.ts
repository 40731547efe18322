import { expect, test } from 'vitest';
import { maskAddresses } from './mask-addresses.ts';

test.each([
  ['an address', 'anna@example.org', 'a***@example.org'],
  ['inside a sentence', '550 <anna.novak@example.org>: unknown', '550 <a***@example.org>: unknown'],
  ['two', 'to:anna@a.org b@b.org', 'to:a***@a.org b***@b.org'],
  ['quoted', 'said "anna@a.org"\nand left', 'said "a***@a.org"\nand left'],
  ['in a payload', { email: 'anna@a.org', ids: ['7'], n: 7 }, { email: 'a***@a.org', ids: ['7'], n: 7 }],
  ['none', { id: '019ab1c4-0000-7000-8000-000000000000' }, { id: '019ab1c4-0000-7000-8000-000000000000' }],
  ['nothing at all', null, null],
])('%s', (_, value, masked) => {
  expect(maskAddresses(value)).toEqual(masked);
});
