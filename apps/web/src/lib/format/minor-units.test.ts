import { expect, test } from 'vitest';
import { toMajor, toMinor } from './minor-units.ts';

test.each([
  [1_450, 'EUR', '14.50'],
  [1_500, 'JPY', '1500'],
  [12_345, 'KWD', '12.345'],
  [5, 'USD', '0.05'],
])('%i %s is typed as %s', (amount, currency, typed) => {
  expect(toMajor(amount, currency)).toBe(typed);
  expect(toMinor(typed, currency)).toBe(amount);
});

test.each([
  ['14,5', 'EUR', 1_450],
  [' 14 ', 'EUR', 1_400],
  ['14.', 'EUR', 1_400],
  ['8.29', 'EUR', 829],
  ['0', 'EUR', 0],
])('%s %s is %i', (typed, currency, amount) => {
  expect(toMinor(typed, currency)).toBe(amount);
});

test.each([
  ['14.505', 'EUR'],
  ['14.5', 'JPY'],
  ['-3', 'EUR'],
  ['1,234.50', 'EUR'],
  ['ten', 'EUR'],
  ['', 'EUR'],
])('%s is no amount of %s', (typed, currency) => {
  expect(toMinor(typed, currency)).toBeNull();
});
