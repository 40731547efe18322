import { fastify } from 'fastify';
import { describe, expect, test } from 'vitest';
import { type CsvValue, csvField, formatCsv, sendCsv } from './csv.ts';

describe('a field', () => {
  test.each<[string, CsvValue, string]>([
    ['plain text', 'Vinyasa Flow', 'Vinyasa Flow'],
    ['a comma', 'Flow, slow', '"Flow, slow"'],
    ['quotes are doubled', 'the "best"', '"the ""best"""'],
    ['a line break stays inside', 'one\r\ntwo', '"one\r\ntwo"'],
    ['outer spaces are kept by quotes', ' Flow ', '" Flow "'],
    ['other alphabets', 'Žiga 你好', 'Žiga 你好'],
    ['nothing', null, ''],
    ['nothing at all', undefined, ''],
    ['no text', '', ''],
    ['zero', 0, '0'],
    ['a negative number is no formula', -12.5, '-12.5'],
    ['a truth', false, 'false'],
  ])('%s', (_, value, field) => {
    expect(csvField(value)).toBe(field);
  });

  test.each([
    '=1+1',
    '+49 30 1234',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\n=1',
    '  =1+1',
    '\u{FF1D}1',
    '=HYPERLINK("https://example.org","x")',
  ])('%j cannot become a formula', (text) => {
    expect(csvField(text).replace(/^"/, '')).toMatch(/^'/);
  });

  test('a minus inside is none', () => {
    expect(csvField('10-entry card')).toBe('10-entry card');
  });
});

interface Row {
  name: string;
  count: number;
}
const columns = { 'class, name': (row: Row) => row.name, count: (row: Row) => row.count };

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  return (await Array.fromAsync(pieces)).join('');
}

async function* thousands(count: number): AsyncGenerator<Row> {
  for (let i = 0; i < count; i += 1) yield { name: `Class ${i}`, count: i };
}

test('a header, then a line per row, each ended by CR LF', async () => {
  const rows = [
    { name: 'Flow', count: 1 },
    { name: 'Yin, slow', count: 2 },
  ];
  expect(await textOf(formatCsv(rows, columns))).toBe('"class, name",count\r\nFlow,1\r\n"Yin, slow",2\r\n');
});

test('the header comes without rows, too, and after a byte order mark if wanted', async () => {
  expect(await textOf(formatCsv([], columns, { bom: true }))).toBe('\uFEFF"class, name",count\r\n');
});

test('rows of a stream are passed on in pieces', async () => {
  const pieces = await Array.fromAsync(formatCsv(thousands(5_000), columns));
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.join('').split('\r\n')).toHaveLength(5_002);
});

describe('through Fastify', () => {
  async function answerWith(rows: AsyncIterable<Row>) {
    const app = fastify();
    app.get('/', (_request, reply) => sendCsv(reply, { name: 'classes', columns, rows, bom: true }));
    const response = await app.inject('/').finally(() => app.close());
    return response;
  }

  test('a file to save', async () => {
    const { statusCode, headers, body } = await answerWith(thousands(2_000));
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(headers['content-disposition']).toBe('attachment; filename="classes.csv"');
    expect(body.split('\r\n')).toHaveLength(2_002);
  });

  test('a failure on the way ends the connection instead of the file', async () => {
    async function* failing(): AsyncGenerator<Row> {
      yield* thousands(3_000);
      throw new Error('the database is gone');
    }
    await expect(answerWith(failing())).rejects.toThrow();
  });
});
