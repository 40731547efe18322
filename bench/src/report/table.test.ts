import { expect, test } from 'vitest';
import { formatTable } from './table.ts';

test('names to the left, numbers to the right', () => {
  const table = formatTable(
    ['what', 'per second', 'note'],
    [
      ['Openmat', 12_345.6, 'a'],
      ['pgbench', 7.25, ''],
    ],
  );
  expect(table).toBe('what     per second  note\nOpenmat      12,346  a\npgbench        7.25');
});

test('what was not measured', () => {
  expect(formatTable(['what', 'ms'], [['a', Number.NaN]])).toBe('what  ms\na      –');
});
