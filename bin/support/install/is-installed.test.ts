import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled, isSameTree, markInstalled } from './is-installed.mjs';

const wanted = {
  '': {},
  'node_modules/pg': { version: '8.23.1', integrity: 'sha512-a' },
  'node_modules/other-platform': { version: '1.0.0', optional: true },
};
const present = { 'node_modules/pg': { version: '8.23.1', integrity: 'sha512-a' } };

test.each([
  ['all that is not optional is present', present, true],
  ['a package is missing', {}, false],
  ['a package has another version', { 'node_modules/pg': { version: '8.23.0', integrity: 'sha512-a' } }, false],
  ['a package has other content', { 'node_modules/pg': { version: '8.23.1', integrity: 'sha512-b' } }, false],
  ['a package is no longer wanted', { ...present, 'node_modules/old': { version: '1.0.0' } }, false],
])('when %s: %#', (_, actual, expected) => {
  expect(isSameTree(wanted, actual)).toBe(expected);
});

let root: string;
const lockFile = (packages: object) => JSON.stringify({ packages });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'openmat-install-'));
  await mkdir(join(root, 'node_modules/node/bin'), { recursive: true });
  await writeFile(join(root, 'node_modules/node/bin/node'), '');
  await writeFile(join(root, 'package-lock.json'), lockFile(wanted));
});

afterEach(() => rm(root, { recursive: true }));

test('an install counts until the lock file changes', async () => {
  expect(isInstalled(root)).toBe(false);
  markInstalled(root);
  expect(isInstalled(root)).toBe(true);
  await writeFile(join(root, 'package-lock.json'), lockFile({ ...wanted, 'node_modules/new': { version: '1.0.0' } }));
  expect(isInstalled(root)).toBe(false);
});

test('an install by npm itself counts too', async () => {
  await writeFile(join(root, 'node_modules/.package-lock.json'), lockFile(present));
  expect(isInstalled(root)).toBe(true);
});

test('an install that left no Node does not count', async () => {
  markInstalled(root);
  await rm(join(root, 'node_modules/node'), { recursive: true });
  expect(isInstalled(root)).toBe(false);
});
