import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parsePostmasterPid, readRunningServer, stopLeftoverServer } from './running-server.ts';

const lock = (pid: number, state: string) => `${pid}\n/data\n1795366800\n4032\n\n127.0.0.1\n  1234  5678\n${state}\n`;

test.each([
  ['a server that is ready', lock(4711, 'ready   '), { pid: 4711, port: 4032, isReady: true }],
  ['a server that is starting', lock(4711, 'starting'), { pid: 4711, port: 4032, isReady: false }],
  ['a file that is being written', '4711\n', { pid: 4711, port: 0, isReady: false }],
  ['an empty file', '', undefined],
  ['a damaged file', 'pid\n', undefined],
])('reads postmaster.pid of %s', (_, text, expected) => {
  expect(parsePostmasterPid(text)).toEqual(expected);
});

let cluster: string;

beforeEach(async () => {
  cluster = await mkdtemp(join(tmpdir(), 'openmat-cluster-'));
});

afterEach(() => rm(cluster, { recursive: true }));

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

test('another program with the recorded number is no server, and not ended', async () => {
  const path = join(cluster, 'postmaster.pid');
  await writeFile(path, lock(process.pid, 'ready'));
  expect(await readRunningServer(cluster)).toBeUndefined();
  await stopLeftoverServer(cluster);
  expect(await exists(path)).toBe(false);
});

test('the file of a process that is gone is left to PostgreSQL', async () => {
  const path = join(cluster, 'postmaster.pid');
  await writeFile(path, lock(2 ** 22 + 1, 'ready'));
  await stopLeftoverServer(cluster);
  expect(await exists(path)).toBe(true);
});

test('a folder without a cluster has nothing to stop', async () => {
  await mkdir(join(cluster, 'empty'));
  await stopLeftoverServer(join(cluster, 'empty'));
});
