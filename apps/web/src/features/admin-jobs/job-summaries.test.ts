import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { routing } from '#i18n/routing.ts';

const root = join(import.meta.dirname, '../../../../..');
/** The server's own tests hold this list to its jobs. */
const listed = readFileSync(join(root, 'docs/jobs.md'), 'utf8').matchAll(/^\| `([a-z-]+)`/gm);
const jobs = [...listed].map(([, name]) => name);

test('there are jobs to speak of', () => {
  expect(jobs.length).toBeGreaterThan(10);
});

test.each(routing.locales)('%s says what each job does', (locale) => {
  const { adminJobs } = JSON.parse(readFileSync(join(root, `apps/web/messages/${locale}.json`), 'utf8'));
  expect(Object.keys(adminJobs.summaries).sort()).toEqual([...jobs].sort());
});
