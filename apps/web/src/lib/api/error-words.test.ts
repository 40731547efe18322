import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { routing } from '#i18n/routing.ts';

const root = join(import.meta.dirname, '../../../../..');

/** Codes that only programs meet: Stripe, and who does not speak JSON. */
const ofMachines = ['invalid_signature', 'unsupported_media_type'];

/** The table of docs/errors.md, which a test of the server keeps equal to what the API can answer. */
const codes = [...readFileSync(join(root, 'docs/errors.md'), 'utf8').matchAll(/^\| `([a-z_]+)` \| \d{3} \|/gm)]
  .map(([, code = '']) => code)
  .filter((code) => !ofMachines.includes(code));

test.each(routing.locales)('%s has words for every error that people can meet', (locale) => {
  const { errors } = JSON.parse(readFileSync(join(root, `apps/web/messages/${locale}.json`), 'utf8'));
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => typeof errors[code] !== 'string')).toEqual([]);
});
