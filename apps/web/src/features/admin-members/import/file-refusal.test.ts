import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, ProblemError } from '@openmat/api-client';
import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import { routing } from '#i18n/routing.ts';
import { fileRefusal, fileRefusals } from './file-refusal.ts';

const root = join(import.meta.dirname, '../../../../../..');
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const route = read('packages/api-client/src/generated/openapi.json').paths['/api/v1/admin/imports/members'].post;
const { description } = route.requestBody.content['application/json'].schema.properties.csv;

test('every reason that the API names has words', () => {
  expect([...fileRefusals].join(', ')).toBe(/`errors\[\]\.code`: ([a-z0-9_, ]+)/.exec(description)?.[1]);
});

test.each(routing.locales)('%s says each of them with what it is about', (locale) => {
  const messages = read(`apps/web/messages/${locale}.json`);
  const t = createTranslator({ locale, messages, namespace: 'adminMembers.importing.refused' });
  const said = fileRefusals.map((code) => t(code, { line: 12, column: 'Mail', max: 5_000 }));
  expect(new Set(said).size).toBe(fileRefusals.length);
  expect(said.join(' ')).toMatch(/12.*5.?000.*Mail/u);
});

test('the file is what was refused, or something else was', () => {
  const problem = (error: object) =>
    new ProblemError({ code: 'validation_failed', errors: [{ message: 'is not good', ...error }] } as Problem);
  expect(fileRefusal(problem({ field: 'csv', code: 'quotation_marks', values: { line: 3 } }))).toEqual({
    code: 'quotation_marks',
    values: { line: 3 },
  });
  expect(fileRefusal(problem({ field: 'csv', code: 'haunted' }))).toBeUndefined();
  expect(fileRefusal(problem({ field: 'mapping/name' }))).toBeUndefined();
  expect(fileRefusal(new Error('offline'))).toBeUndefined();
});
