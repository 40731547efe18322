import { fastify } from 'fastify';
import { describe, expect, test } from 'vitest';
import { answerItems, answerList, EXPORT_PAGE, type ListQuery } from './answer-list.ts';

const file = { name: 'numbers', columns: { number: (n: number) => n } };

/** A list of numbers from 1 on; what it was asked for is noted. */
function numbers(count: number) {
  const asked: { limit: number; cursor?: string | undefined }[] = [];
  const load = async (limit: number, cursor?: string) => {
    asked.push({ limit, cursor });
    const from = Number(cursor ?? 0);
    const to = Math.min(from + limit, count);
    const items = Array.from({ length: to - from }, (_, i) => from + i + 1);
    return { items, nextCursor: to < count ? String(to) : null };
  };
  return { asked, load };
}

async function answer(query: object, load: Parameters<typeof answerList<number>>[2]) {
  const app = fastify();
  app.get('/', (_request, reply) => answerList(reply, query, load, file));
  return app.inject('/').finally(() => app.close());
}

describe('a list in pages', () => {
  test('is one page as JSON', async () => {
    const { asked, load } = numbers(10);
    expect((await answer({ limit: 3, cursor: '2' }, load)).json()).toEqual({ items: [3, 4, 5], nextCursor: '5' });
    expect(asked).toEqual([{ limit: 3, cursor: '2' }]);
  });

  test.each([
    ['nothing', 0, 1],
    ['less than a page', 5, 1],
    ['exactly a page', EXPORT_PAGE, 1],
    ['one more than a page', EXPORT_PAGE + 1, 2],
    ['several pages', 3 * EXPORT_PAGE - 1, 3],
  ])('is %s as a file, every row once and in order', async (_, count, pages) => {
    const { asked, load } = numbers(count);
    const lines = (await answer({ format: 'csv', limit: 1, cursor: '7' }, load)).body.trimEnd().split('\r\n');
    expect(lines).toEqual(['number', ...Array.from({ length: count }, (_row, i) => String(i + 1))]);
    expect(asked.map(({ limit }) => limit)).toEqual(Array(pages).fill(EXPORT_PAGE));
  });

  function failingFrom(first: number) {
    const { load } = numbers(10 * EXPORT_PAGE);
    return async (limit: number, cursor?: string) => {
      if (Number(cursor ?? 0) >= first) throw new Error('the database is gone');
      return load(limit, cursor);
    };
  }

  test('that fails at once is answered as a failure', async () => {
    expect((await answer({ format: 'csv' }, failingFrom(0))).statusCode).toBe(500);
  });

  test('that fails when some of it was sent is cut off, and nobody takes it for the whole', async () => {
    await expect(answer({ format: 'csv' }, failingFrom(8 * EXPORT_PAGE))).rejects.toThrow();
  });
});

test.each<[string, ListQuery, string]>([
  ['as JSON with what belongs to it', {}, '{"day":"2027-03-29","items":[1,2]}'],
  ['as a file its items', { format: 'csv' }, 'number\r\n1\r\n2\r\n'],
  ['as a file for Excel', { format: 'csv', bom: true }, '\uFEFFnumber\r\n1\r\n2\r\n'],
])('a list that comes as a whole is %s', async (_, query, body) => {
  const app = fastify();
  app.get('/', async (_request, reply) => answerItems(reply, query, { day: '2027-03-29', items: [1, 2] }, file));
  expect((await app.inject('/').finally(() => app.close())).body).toBe(body);
});
