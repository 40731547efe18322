import { expect, test } from 'vitest';
import { languageOf, webPage } from './web-page.ts';

test.each([
  ['sl', 'sl'],
  ['es-MX', 'es'],
  ['zh-Hant-TW', 'en'],
])('the language for %s is %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test.each([
  ['en', '/tickets', 'https://studio.example/tickets'],
  ['fr', '/tickets', 'https://studio.example/tickets'],
  ['de-AT', '/tickets', 'https://studio.example/de/tickets'],
  ['sl', '/account#devices', 'https://studio.example/sl/account#devices'],
  ['es', '/verify-email?token=t0ken', 'https://studio.example/es/verify-email?token=t0ken'],
])('for %s, %s is at %s', (locale, path, address) => {
  expect(webPage('https://studio.example', path, locale)).toBe(address);
});
