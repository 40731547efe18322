import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import config from '../../../.dependency-cruiser.mjs';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openmat-rules-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** Writes files that import each other and says which rules they break. */
async function brokenRules(files: Record<string, string>): Promise<string[]> {
  for (const [path, source] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), source);
  }
  const { forbidden = [], options = {} } = config;
  const { output } = await cruise(['.'], { ...options, baseDir: folder, validate: true, ruleSet: { forbidden } });
  if (typeof output === 'string') throw new Error(output);
  return [...new Set(output.summary.violations.map((violation) => violation.rule.name))];
}

const modules = 'apps/server/src/modules';

test.each([
  ['platform-knows-no-module', 'apps/server/src/platform/log.ts', `${modules}/audit/index.ts`],
  ['modules-know-no-composition-root', `${modules}/audit/index.ts`, 'apps/server/src/app.ts'],
  ['modules-meet-at-the-door', `${modules}/booking/book.ts`, `${modules}/ticket/ticket-store.ts`],
  ['booking-uses-only-schedule-ticket-identity', `${modules}/booking/book.ts`, `${modules}/payment/index.ts`],
  ['booking-uses-only-schedule-ticket-identity', `${modules}/booking/book.ts`, `${modules}/notification/index.ts`],
  ['payment-uses-only-ticket-identity', `${modules}/payment/pay.ts`, `${modules}/booking/index.ts`],
  ['other-modules-use-only-audit', `${modules}/ticket/grant.ts`, `${modules}/booking/index.ts`],
  ['other-modules-use-only-audit', `${modules}/schedule/plan.ts`, `${modules}/analytics/index.ts`],
  ['web-talks-http', 'apps/web/src/page.tsx', 'apps/server/src/config.ts'],
  ['server-knows-no-web', 'apps/server/src/config.ts', 'apps/web/src/page.tsx'],
  ['packages-stand-alone', 'packages/api-client/src/index.ts', 'apps/server/src/config.ts'],
])('%s: %s may not import %s', async (rule, from, to) => {
  const specifier = `${'../'.repeat(from.split('/').length - 1)}${to}`;
  const files = { [from]: `import { a } from '${specifier}';\nexport const b = a;\n`, [to]: 'export const a = 1;\n' };
  expect(await brokenRules(files)).toEqual([rule]);
});

test.each([
  [`${modules}/booking/book.ts`, `${modules}/ticket/index.ts`],
  [`${modules}/payment/pay.ts`, `${modules}/audit/index.ts`],
  ['apps/server/src/app.ts', `${modules}/analytics/analytics-routes.ts`],
  ['apps/server/src/demo/seed.ts', `${modules}/ticket/ticket-store.ts`],
  [`${modules}/ticket/ticket.db.test.ts`, `${modules}/booking/book.ts`],
])('%s may import %s', async (from, to) => {
  const specifier = `${'../'.repeat(from.split('/').length - 1)}${to}`;
  expect(await brokenRules({ [from]: `export { a } from '${specifier}';\n`, [to]: 'export const a = 1;\n' })).toEqual(
    [],
  );
});

test.each([
  ['pure-rules-know-no-machine', `${modules}/booking/decide.ts`, "import { readFile } from 'node:fs/promises';"],
  [
    'pure-rules-know-no-shell',
    `${modules}/booking/cancellation-policy.ts`,
    "import { sql } from '../../platform/db/sql.ts';",
  ],
  ['no-cycles', 'apps/server/src/log.ts', "import { sql } from './platform/db/sql.ts';"],
  ['imports-resolve', 'apps/server/src/log.ts', "import { sql } from './nowhere.ts';"],
])('%s: %s may not say %s', async (rule, file, statement) => {
  const sql = 'apps/server/src/platform/db/sql.ts';
  const files = { [file]: `${statement}\nexport const a = 1;\n`, [sql]: 'export const sql = 1;\n' };
  if (rule === 'no-cycles') files[sql] = `export { a as sql } from '../../log.ts';\n`;
  expect(await brokenRules(files)).toEqual([rule]);
});

test('an import in a `using` declaration is seen', async () => {
  const files = {
    'apps/web/src/page.ts': "await using a = await import('../../server/src/config.ts');\nexport { a };\n",
    'apps/server/src/config.ts': 'export const a = 1;\n',
  };
  expect(await brokenRules(files)).toEqual(['web-talks-http']);
});
