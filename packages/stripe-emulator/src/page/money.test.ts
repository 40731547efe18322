import { expect, it } from 'vitest';
import { formatMoney } from './money.ts';

it.each([
  [12_000, 'eur', null, '€120.00'],
  [12_050, 'eur', 'de', '120,50 €'],
  [1_500, 'jpy', 'auto', '¥1,500'],
  [1_500, 'bhd', 'en', 'BHD 1.500'],
])('%i %s in %s', (amount, currency, locale, text) => {
  expect(formatMoney(amount, currency, locale).replaceAll(/\s/g, ' ')).toBe(text);
});
