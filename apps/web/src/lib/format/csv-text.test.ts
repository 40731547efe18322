import { expect, test } from 'vitest';
import { csvText } from './csv-text.ts';

test.each([
  ['Ana Kos', 'Ana Kos'],
  [12, '12'],
  [-5, '-5'],
  ['', ''],
  ['Kos, Ana', '"Kos, Ana"'],
  ['said "hi"', '"said ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+386', "'+386"],
  ['-1', "'-1"],
  ['@SUM', "'@SUM"],
  ['  =1', "'  =1"],
  ['\uFF1D1', "'\uFF1D1"],
])('%j is written as %j', (value, written) => {
  expect(csvText([[value]])).toBe(`\uFEFF${written}\r\n`);
});

test('a row is a line', () => {
  expect(csvText([['a', 1], ['b']])).toBe('\uFEFFa,1\r\nb\r\n');
});
