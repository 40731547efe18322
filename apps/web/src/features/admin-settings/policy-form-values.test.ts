import { expect, test } from 'vitest';
import { readWhole } from './policy-form-values.ts';

test.each([
  ['120', 120],
  [' 0 ', 0],
  ['365', 365],
  ['366', null],
  ['', null],
  ['-1', null],
  ['1.5', null],
  ['1e2', null],
  ['ten', null],
])('%o is read as %o', (text, number) => {
  expect(readWhole(text, 365)).toBe(number);
});
