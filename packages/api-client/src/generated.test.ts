import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFile(join(root, path), 'utf8');

test('the types are those of the committed document', { timeout: 20_000 }, async () => {
  const types = astToString(await openapiTS(await read('src/generated/openapi.json')));
  const committed = await read('src/generated/schema.d.ts');
  expect(committed.slice(committed.indexOf('export ')), 'run `npm run generate -w packages/api-client`').toBe(types);
});

test('the document passes the linter without a warning', { timeout: 30_000 }, async () => {
  const { stderr } = await promisify(execFile)('npm', ['run', 'openapi:lint', '--silent'], { cwd: root });
  expect(stderr).toContain('Your API description is valid');
  expect(stderr).not.toContain('warning');
});
