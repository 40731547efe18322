import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { routing } from './routing.ts';

interface Messages {
  [key: string]: string | Messages;
}

const app = join(import.meta.dirname, '../..');
const files = globSync('messages/*.json', { cwd: app });
const catalogue = (file: string): Messages => JSON.parse(readFileSync(join(app, file), 'utf8'));

function keysOf(messages: Messages, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );
}

test('every language has its messages', () => {
  expect(files.map((file) => basename(file, '.json')).sort()).toEqual([...routing.locales].sort());
});

test.each(files)('%s has the same keys as the default language', (file) => {
  const expected = keysOf(catalogue(`messages/${routing.defaultLocale}.json`));
  expect(keysOf(catalogue(file)).sort()).toEqual(expected.sort());
});

// That no key is missing is checked by the types (app-config.d.ts).
test('every message is used', () => {
  const sources = globSync('src/**/*.{ts,tsx}', { cwd: app }).map((file) => readFileSync(join(app, file), 'utf8'));
  const keys = keysOf(catalogue(`messages/${routing.defaultLocale}.json`));
  // Codes of the API are looked up by name at run time.
  const unused = keys.filter((key) => !key.startsWith('errors.') && !sources.some((source) => mentions(source, key)));
  expect(unused).toEqual([]);
});

/** Whether a file takes messages from a part of the catalogue above the key, and names the key or its whole group. */
function mentions(source: string, key: string): boolean {
  const parts = key.split('.');
  return parts.slice(1).some((_, i) => {
    const namespace = parts.slice(0, i + 1).join('.');
    const group = parts.slice(i + 1, -1).join('.');
    const names = source.includes(`\`${group}.\${`) || new RegExp(`\\b${parts.at(-1)}\\b`).test(source);
    return source.includes(`Translations('${namespace}')`) && names;
  });
}
