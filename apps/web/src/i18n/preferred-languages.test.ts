import { expect, test } from 'vitest';
import { preferredLanguages } from './preferred-languages.ts';

const slovenian = { locales: ['sl', 'de', 'en'], defaultLocale: 'sl' };

test.each([
  ['what the browser asks for comes first', 'de-AT,de;q=0.9,en;q=0.8', 'de-AT, de;q=0.9, en;q=0.8, sl;q=0.001'],
  ['what the studio does not offer is left out', 'es-ES,es;q=0.9,en;q=0.8', 'en;q=0.8, sl;q=0.001'],
  ['the studio decides for everybody else', 'ja,*;q=0.5', 'sl;q=0.001'],
  ['and for those who ask for nothing', '', 'sl;q=0.001'],
])('%s', (_, accepted, preferred) => {
  expect(preferredLanguages(accepted, slovenian)).toBe(preferred);
});

test.each([
  ['without a studio everything the app speaks is offered', null, 'es, en'],
  ['so it is when the app speaks none of its languages', { locales: ['fr'], defaultLocale: 'fr' }, 'es, en'],
  ['regions do not matter', { locales: ['es-MX'], defaultLocale: 'es-MX' }, 'es, es;q=0.001'],
])('%s', (_, studio, preferred) => {
  expect(preferredLanguages('fr, es, en', studio)).toBe(preferred);
});
