import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataDir } from './data-dir-lock.ts';
import { identifyProcess } from './process-identity.ts';

let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'openmat-lock-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true });
});

async function startChild(): Promise<ChildProcess & { pid: number }> {
  const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
  children.push(child);
  await once(child, 'spawn');
  return child as ChildProcess & { pid: number };
}

async function changeLock(change: object): Promise<void> {
  const path = join(dataDir, 'lock.json');
  const content = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...content, ...change }));
}

/** Makes the lock look like one whose owner was killed. */
const killOwner = () => changeLock({ owner: { pid: process.pid, startedAt: '1' } });

test('one command at a time has a data folder, and says which', async () => {
  const lock = await lockDataDir(dataDir, 'up');
  await expect(lockDataDir(dataDir, 'seed')).rejects.toThrow(
    `\`openmat up\` already runs on ${dataDir} (process ${process.pid})`,
  );
  await lock.release();
  await (await lockDataDir(dataDir, 'seed')).release();
});

test('who comes while the owner is ending waits for that', async () => {
  const owner = await startChild();
  const lock = await lockDataDir(dataDir, 'up');
  await lock.announceEnd();
  await changeLock({ owner: await identifyProcess(owner.pid) });
  const next = lockDataDir(dataDir, 'up');
  owner.kill();
  await (await next).release();
});

test('of many that come at once, one gets it', async () => {
  const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataDir(dataDir, 'up')));
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('what a killed command left running is ended, and nothing else', async () => {
  const lock = await lockDataDir(dataDir, 'up');
  const [leftover, stranger] = await Promise.all([startChild(), startChild()]);
  await lock.addChild(leftover.pid);
  await killOwner();

  const ended = once(leftover, 'exit');
  const next = await lockDataDir(dataDir, 'up');
  expect(await ended).toEqual([null, 'SIGTERM']);
  expect(await identifyProcess(stranger.pid)).toBeDefined();
  await next.release();
});

test('a process that took the number of an ended child is left alone', async () => {
  const lock = await lockDataDir(dataDir, 'up');
  const stranger = await startChild();
  await lock.addChild(stranger.pid);
  await killOwner();
  await changeLock({ children: [{ pid: stranger.pid, startedAt: '1' }] });

  await (await lockDataDir(dataDir, 'up')).release();
  expect(await identifyProcess(stranger.pid)).toBeDefined();
});

test('an unreadable lock does not block the next start', async () => {
  await writeFile(join(dataDir, 'lock.json'), '');
  await (await lockDataDir(dataDir, 'up')).release();
});
