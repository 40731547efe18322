import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';

const run = promisify(execFile);

const SERVER = join(import.meta.dirname, '../../..');
/** `npm run db:types -w apps/server` writes it anew. */
const COMMITTED = join(import.meta.dirname, 'db-types.generated.ts');

test('the committed types are those of the migrated database', async () => {
  const { url } = inject('testDatabase');
  // Its warnings stay unread: it parses overrides with TypeScript's JavaScript API, which TypeScript 7 has not, and takes
  // them literally instead.
  const { stdout } = await run(
    'kysely-codegen',
    ['--config-file', '.kysely-codegenrc.json', '--url', url, '--print', '--log-level', 'error'],
    { cwd: SERVER },
  );
  await expect(`${stdout.trim()}\n`).toMatchFileSnapshot(COMMITTED);
});
