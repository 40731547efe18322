import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSources } from './web-build.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'openmat-sources-'));
  await mkdir(join(root, 'web/src'), { recursive: true });
  await mkdir(join(root, 'web/.next'));
  await mkdir(join(root, 'web/node_modules'));
  await writeFile(join(root, 'web/src/page.tsx'), 'one');
  await writeFile(join(root, 'lock.json'), '{}');
});

afterEach(() => rm(root, { recursive: true }));

const hash = () => hashSources(root, ['web', 'lock.json']);

test.each([
  ['a file changes', () => writeFile(join(root, 'web/src/page.tsx'), 'two')],
  ['a file is renamed', () => rename(join(root, 'web/src/page.tsx'), join(root, 'web/src/other.tsx'))],
  ['a file is added', () => writeFile(join(root, 'web/src/new.tsx'), '')],
  ['the lock file changes', () => writeFile(join(root, 'lock.json'), '{ }')],
])('another state when %s', async (_, change) => {
  const before = await hash();
  await change();
  expect(await hash()).not.toBe(before);
});

test.each([
  ['only times change', () => utimes(join(root, 'web/src/page.tsx'), 1, 1)],
  ['a build is written', () => writeFile(join(root, 'web/.next/BUILD_ID'), '1')],
  ['packages are installed', () => writeFile(join(root, 'web/node_modules/a.js'), '')],
  ['types are generated', () => writeFile(join(root, 'web/next-env.d.ts'), '')],
])('the same state when %s', async (_, change) => {
  const before = await hash();
  await change();
  expect(await hash()).toBe(before);
});
