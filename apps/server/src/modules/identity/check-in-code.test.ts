import { expect, test } from 'vitest';
import { createCheckInCode, parseCheckInCode } from './check-in-code.ts';

test('a code has eight characters that nobody confuses', () => {
  const codes = new Set(Array.from({ length: 200 }, createCheckInCode));
  expect(codes.size).toBe(200);
  for (const code of codes) {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(parseCheckInCode(code)).toBe(code);
  }
});

test.each([
  ['k7qm2xtr', 'K7QM2XTR'],
  ['K7QM-2XTR', 'K7QM2XTR'],
  [' k7qm 2xtr\n', 'K7QM2XTR'],
  ['oOiIlL23', '00111123'],
  ['K7QM2XT', null],
  ['K7QM2XTRR', null],
  ['U7QM2XTR', null],
  ['anna@example.org', null],
  ['', null],
])('%j is read as %j', (text, code) => {
  expect(parseCheckInCode(text)).toBe(code);
});
