import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problems } from './problems.ts';

const page = readFileSync(new URL('../../../../../docs/errors.md', import.meta.url), 'utf8');

test('docs/errors.md lists exactly the codes there are, with their statuses', () => {
  const documented = [...page.matchAll(/^\| `(\w+)` \| (\d{3}) \| \S/gm)].map(([, code, status]) => [
    code,
    Number(status),
  ]);
  expect(documented).toEqual(Object.entries(problems).map(([code, { status }]) => [code, status]));
});
