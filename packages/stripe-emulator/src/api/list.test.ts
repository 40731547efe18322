import { describe, expect, it } from 'vitest';
import { startEmulator } from '../testing/start-emulator.ts';
import { isCreatedWithin, listPage } from './list.ts';

const items = ['e', 'd', 'c', 'b', 'a'].map((id) => ({ id }));
const idsOf = (query: Parameters<typeof listPage>[1]) => {
  const { data, has_more } = listPage(items, query, '/v1/things');
  return [data.map(({ id }) => id).join(''), has_more];
};

describe('a page of a list', () => {
  it.each([
    [{}, 'edcba', false],
    [{ limit: 2 }, 'ed', true],
    [{ limit: 2, starting_after: 'd' }, 'cb', true],
    [{ limit: 2, starting_after: 'c' }, 'ba', false],
    [{ limit: 2, ending_before: 'b' }, 'dc', true],
    [{ limit: 2, ending_before: 'c' }, 'ed', false],
  ])('%o', (query, ids, hasMore) => {
    expect(idsOf(query)).toEqual([ids, hasMore]);
  });

  it('refuses a cursor that is not in it', () => {
    expect(() => idsOf({ starting_after: 'z' })).toThrow("No such object: 'z'");
  });

  it('is followed by the SDK to the end', async () => {
    const { stripe } = await startEmulator();
    const names = Array.from({ length: 25 }, (_, index) => `Member ${index}`);
    for (const name of names) await stripe.customers.create({ name });

    const listed: Array<string | null | undefined> = [];
    for await (const customer of stripe.customers.list({ limit: 10 })) listed.push(customer.name);

    expect(listed).toEqual(names.reverse());
  });
});

it.each([
  [undefined, true],
  [100, true],
  [99, false],
  [{ gte: 100, lt: 101 }, true],
  [{ gt: 100 }, false],
  [{ lte: 99 }, false],
])('created filter %o', (filter, expected) => {
  expect(isCreatedWithin(100, filter)).toBe(expected);
});
