import { expect, test } from 'vitest';
import { termsName } from './terms-name.ts';

test.each([
  [null, 'en', 'Unlimited'],
  [1, 'en', '1 entry'],
  [5, 'en-GB', '5 entries'],
  [null, 'de', 'Unbegrenzt'],
  [1, 'de-AT', '1 Eintritt'],
  [10, 'de', '10 Eintritte'],
  [null, 'es', 'Ilimitado'],
  [1, 'es', '1 sesión'],
  [10, 'es', '10 sesiones'],
  [null, 'sl', 'Neomejeno'],
  [1, 'sl', '1 obisk'],
  [2, 'sl', '2 obiska'],
  [4, 'sl', '4 obiski'],
  [5, 'sl', '5 obiskov'],
  [101, 'sl', '101 obisk'],
  [5, 'fr', '5 entries'],
])('%s entries in a studio of %s: %s', (entries, locale, name) => {
  expect(termsName(entries, locale)).toBe(name);
});
