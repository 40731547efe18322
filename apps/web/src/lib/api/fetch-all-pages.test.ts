import { expect, test, vi } from 'vitest';
import { fetchAllPages } from './fetch-all-pages.ts';

const pages = [
  { items: ['a', 'b'], nextCursor: '1' },
  { items: ['c'], nextCursor: '2' },
  { items: ['d'], nextCursor: null },
];
const nothing = { items: [], nextCursor: null };
const fetchPage = () => vi.fn(async ({ cursor = '0' }: { cursor?: string }) => pages[Number(cursor)] ?? nothing);

test('goes on until there is no further page', async () => {
  const fetch = fetchPage();
  expect(await fetchAllPages(fetch)).toEqual(['a', 'b', 'c', 'd']);
  expect(fetch.mock.calls).toEqual([[{ limit: 100 }], [{ limit: 100, cursor: '1' }], [{ limit: 100, cursor: '2' }]]);
});

test('stops at the most pages that are wanted', async () => {
  expect(await fetchAllPages(fetchPage(), 2)).toEqual(['a', 'b', 'c']);
});
