import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from '@formatjs/icu-messageformat-parser';
import { expect, test } from 'vitest';
import { countedForms, partNames } from './message-parts.ts';
import { routing } from './routing.ts';
import { unusedKeys } from './used-keys.ts';

interface Messages {
  [key: string]: string | Messages;
}

const app = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(app, file), 'utf8');

function entriesOf(messages: Messages, prefix = ''): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : entriesOf(value, `${prefix}${key}.`),
  );
}

const catalogues = new Map(
  globSync('messages/*.json', { cwd: app }).map((file) => [
    basename(file, '.json'),
    new Map(entriesOf(JSON.parse(read(file)))),
  ]),
);
const textsOf = (locale: string) => catalogues.get(locale) ?? new Map<string, string>();
const english = textsOf(routing.defaultLocale);
const translations = routing.locales.filter((locale) => locale !== routing.defaultLocale);

/** What is the same in another language. Texts without a word of their own, such as `{a} · {b}`, need no entry. */
const SAME_AS_ENGLISH: Record<string, string[]> = {
  de: ['Studio', 'Name', 'Person', 'Mails', 'Status', 'Webhook', 'Webhooks', 'optional'],
  es: ['Instructor', 'Error', 'Webhook', 'Webhooks', 'no'],
  sl: ['Studio'],
};

test('every language has its messages', () => {
  expect([...catalogues.keys()].sort()).toEqual([...routing.locales].sort());
});

test.each(translations)('%s has the keys of English', (locale) => {
  expect([...textsOf(locale).keys()].sort()).toEqual([...english.keys()].sort());
});

test.each(routing.locales)('every message of %s takes the arguments and tags of the English one', (locale) => {
  for (const [key, text] of textsOf(locale)) {
    expect(partNames(parse(text)), `${locale} ${key}`).toEqual(partNames(parse(english.get(key) ?? '')));
  }
});

test.each(routing.locales)('%s counts in all its forms', (locale) => {
  const formsOf = (type: Intl.PluralRuleType) => {
    const { pluralCategories } = new Intl.PluralRules(locale, { type }).resolvedOptions();
    // Spanish has a form for whole millions, which nothing here reaches.
    return pluralCategories.filter((form) => form !== 'many').sort();
  };
  const forms = { cardinal: formsOf('cardinal'), ordinal: formsOf('ordinal') };
  for (const [key, text] of textsOf(locale)) {
    for (const { type, categories } of countedForms(parse(text))) {
      expect(categories, `${locale} ${key}`).toEqual(forms[type]);
    }
  }
});

test.each(translations)('%s leaves nothing in English', (locale) => {
  const isWorded = (text: string) => /\p{L}/u.test(text.replaceAll(/\{\w+\}/g, ''));
  const left = [...textsOf(locale)].filter(
    ([key, text]) => text === english.get(key) && isWorded(text) && !SAME_AS_ENGLISH[locale]?.includes(text),
  );
  expect(left).toEqual([]);
});

// That no key is missing is checked by the types (app-config.d.ts).
test('every message is used', () => {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: app, exclude: ['**/*.test.*'] });
  const sources = new Map(files.map((file) => [file, read(file)]));
  const importsOf = (file: string) =>
    Array.from((sources.get(file) ?? '').matchAll(/from '(#|\.\.?\/)([^']+)'/g), ([, from = '', path = '']) =>
      from === '#' ? join('src', path) : join(dirname(file), from + path),
    );
  // Codes of the API are looked up by name at run time.
  const keys = [...english.keys()].filter((key) => !key.startsWith('errors.'));
  expect(unusedKeys(keys, sources, importsOf)).toEqual([]);
});
