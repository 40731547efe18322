import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { identifyProcess, isSameProcess, parseStartTime, readCommandLine } from './process-identity.ts';

test.each([
  ['4711 (node) S 1 4711 4711 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 11 0 987654 1 2', '987654'],
  ['4711 (a ) (b) R 1 4711 4711 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 11 0 1234 1 2', '1234'],
  ['4711 (node) Z 1 4711 4711 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 11 0 987654 1 2', undefined],
])('the start time of %j is %s', (stat, expected) => {
  expect(parseStartTime(stat)).toBe(expected);
});

test('tells a living process from a dead one and from another that took its number', async () => {
  const child = spawn('sleep', ['60']);
  await once(child, 'spawn');
  const identity = await identifyProcess(child.pid ?? 0);
  if (!identity) throw new Error('the process lives');
  expect(await isSameProcess(identity)).toBe(true);
  expect(await isSameProcess({ ...identity, startedAt: '1' })).toBe(false);
  expect(await readCommandLine(identity.pid)).toBe('sleep 60');

  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await isSameProcess(identity)).toBe(false);
  expect(await readCommandLine(identity.pid)).toBe('');
});
