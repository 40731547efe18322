import { type LookupAddress, lookup } from 'node:dns';
import { expect, test } from 'vitest';
import { publicLookup } from './public-lookup.ts';

const v4 = { address: '8.8.8.8', family: 4 };
const v6 = { address: '2606:4700:4700::1111', family: 6 };
const inside = { address: '10.0.0.1', family: 4 };

/** A name server that knows these addresses. */
function answering(...addresses: LookupAddress[]): typeof lookup {
  const resolve = (_name: string, _options: object, done: (error: null, found: LookupAddress[]) => void) =>
    done(null, addresses);
  return resolve as unknown as typeof lookup;
}

/** What a socket would be told. */
function look(resolve: typeof lookup, hostname: string, all: boolean): Promise<unknown> {
  return new Promise((settle) => {
    publicLookup(resolve)(hostname, { all }, (error, address, family) => settle(error?.message ?? [address, family]));
  });
}

test.each([
  ['one address', [v4], false, ['8.8.8.8', 4]],
  ['the first of several', [v6, v4], false, ['2606:4700:4700::1111', 6]],
  ['all of them', [v6, v4], true, [[v6, v4], undefined]],
  ['a private address', [inside], false, 'example.com leads to a private address'],
  ['a private one among public ones', [v4, inside, v6], true, 'example.com leads to a private address'],
  ['none', [], true, 'example.com has no address'],
])('%s', async (_, addresses, all, told) => {
  expect(await look(answering(...addresses), 'example.com', all)).toEqual(told);
});

test.each([true, false])('a name that really leads to this machine is refused (all: %s)', async (all) => {
  expect(await look(lookup, 'localhost', all)).toBe('localhost leads to a private address');
});

test('a name that does not exist is the name server’s error', async () => {
  expect(await look(lookup, 'nowhere.invalid', true)).toMatch(/ENOTFOUND|EAI_AGAIN/);
});
