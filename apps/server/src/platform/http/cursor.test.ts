import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor, page } from './cursor.ts';

const id = '0198c0de-0000-7000-8000-000000000000';
const instant = '2026-03-29T09:00:00Z';

test('a cursor gives back the key it was made of', () => {
  expect(decodeCursor(encodeCursor([instant, id]), ['instant', 'id'])).toEqual([instant, id]);
  expect(decodeCursor(encodeCursor(['a', 7]), 2)).toEqual(['a', '7']);
});

describe('refuses', () => {
  test.each([
    ['no cursor at all', '%%%'],
    ['not a list', Buffer.from('{"a":1}').toString('base64url')],
    ['too few parts', encodeCursor([instant])],
    ['a part of the wrong kind', encodeCursor(['yesterday', id])],
    ['an id that is none', encodeCursor([instant, "' or true"])],
  ])('%s', (_, cursor) => {
    expect(() => decodeCursor(cursor, ['instant', 'id'])).toThrow(
      expect.objectContaining({ code: 'validation_failed' }),
    );
  });
});

test.each([
  [3, [1, 2, 3], null],
  [2, [1, 2], encodeCursor([2])],
])('a page of %i out of three rows', (limit, items, nextCursor) => {
  expect(
    page(
      [1, 2, 3],
      limit,
      (row) => row,
      (row) => [row],
    ),
  ).toEqual({ items, nextCursor });
});
