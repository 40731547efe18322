import { expect, test } from 'vitest';
import { MAX_ROWS, readCsv } from './read-csv.ts';

const values = (csv: string) => readCsv(csv).records.map((record) => record.values);

test.each([
  ['commas', 'Name,Mail\nAna,a@b.si'],
  ['semicolons', 'Name;Mail\r\nAna;a@b.si\r\n'],
  ['tabs', 'Name\tMail\nAna\ta@b.si'],
  ['a byte order mark', '\uFEFFName,Mail\nAna,a@b.si'],
  ['blanks around', ' Name , Mail \n Ana , a@b.si '],
  ['quotation marks', '"Name";"Mail"\n"Ana";"a@b.si"'],
  ['lines without anything', 'Name,Mail\n\n,\nAna,a@b.si\n\n'],
])('reads a file with %s', (_, csv) => {
  expect(values(csv)).toEqual([{ Name: 'Ana', Mail: 'a@b.si' }]);
});

test('a quoted value may hold delimiters, quotation marks and line ends', () => {
  const { records } = readCsv('Name;Note\n"Kos; Ana";"said ""hi""\nand left"\nEva;');
  expect(records).toEqual([
    { line: 3, values: { Name: 'Kos; Ana', Note: 'said "hi"\nand left' } },
    { line: 4, values: { Name: 'Eva', Note: '' } },
  ]);
});

test('what a short line lacks is empty, what a long one has too much is left out', () => {
  expect(values('A,B\n1\n1,2,3')).toEqual([
    { A: '1', B: '' },
    { A: '1', B: '2' },
  ]);
});

test.each([
  ['is empty', '', { code: 'empty' }],
  ['is empty', '\n\n', { code: 'empty' }],
  ['not UTF-8', 'Name\n\uFFFDiva', { code: 'not_utf8' }],
  ['two columns', 'Name,Name\nA,B', { code: 'column_twice', values: { column: 'Name' } }],
  ['in line 2', 'Name\n"Ana', { code: 'quotation_marks', values: { line: 2 } }],
  [
    `more than ${MAX_ROWS}`,
    `Name\n${'Ana\n'.repeat(MAX_ROWS + 1)}`,
    { code: 'too_many_rows', values: { max: MAX_ROWS } },
  ],
])('refuses a file: %s', (why, csv, reason) => {
  const refusal = expect.objectContaining({ message: expect.stringContaining(why) });
  const errors = [{ field: 'csv', message: expect.stringContaining(why), ...reason }];
  expect(() => readCsv(csv)).toThrow(refusal);
  expect(() => readCsv(csv)).toThrow(expect.objectContaining({ details: expect.objectContaining({ errors }) }));
});

test('takes as many rows as it says', () => {
  expect(readCsv(`Name\n${'Ana\n'.repeat(MAX_ROWS)}`).records).toHaveLength(MAX_ROWS);
});
