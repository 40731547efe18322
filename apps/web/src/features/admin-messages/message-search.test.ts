import { expect, test } from 'vitest';
import { messagesHref, readMessageSearch } from './message-search.ts';

const userId = '01890a5d-ac96-774b-bcce-b302099a8057';

test('what stands in the address is read again', () => {
  const search = { status: 'failed', kind: 'reminder', userId } as const;
  const { searchParams } = new URL(messagesHref(search), 'http://localhost');
  expect(readMessageSearch(Object.fromEntries(searchParams))).toEqual(search);
  expect(messagesHref({})).toBe('/admin/messages');
});

test('what makes no sense is left out', () => {
  expect(readMessageSearch({ status: 'lost', kind: ['reminder', 'welcome'], userId: 'anna' })).toEqual({});
});
