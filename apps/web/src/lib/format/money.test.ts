import { expect, test } from 'vitest';
import { formatMoney } from './money.ts';

test.each([
  [1_450, 'EUR', 'en', '€14.50'],
  [12_000, 'EUR', 'en', '€120'],
  [12_000, 'EUR', 'de', '120 €'],
  [1_500, 'JPY', 'en', '¥1,500'],
  [12_345, 'KWD', 'en', 'KWD 12.345'],
  [0, 'USD', 'en', '$0'],
])('%i %s in %s is %s', (amount, currency, locale, text) => {
  expect(formatMoney(amount, currency, locale).replaceAll('\u00a0', ' ')).toBe(text);
});
