import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { identifyProcess } from './process-identity.ts';
import { spawnGuarded } from './spawn-guarded.ts';
import { waitUntil } from './wait-until.ts';

const module = JSON.stringify(new URL('./spawn-guarded.ts', import.meta.url).href);

/** Starts a process that starts a guarded child, whose number it prints. */
async function startOwner(): Promise<{ owner: ChildProcess; child: number }> {
  const source = `
    const { spawnGuarded } = await import(${module});
    console.log(spawnGuarded(['sleep', '60'], { output: 1, endSignal: 'TERM' }).pid);
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(owner.stdout, 'data');
  return { owner, child: Number(line) };
}

/** An ended guard counts until the machine's init has looked, which may take a moment. */
const isGroupGone = (leader: number) => {
  try {
    return !process.kill(-leader, 0);
  } catch {
    return true;
  }
};

test('ends the child when its owner is killed', async () => {
  const { owner, child } = await startOwner();
  expect(await identifyProcess(child)).toBeDefined();
  owner.kill('SIGKILL');
  expect(await waitUntil(async () => !(await identifyProcess(child)), { timeoutMs: 4_000 })).toBe(true);
});

test('leaves no guard behind when the child ends', { timeout: 20_000 }, async () => {
  const child = spawnGuarded(['true'], { output: 1, endSignal: 'TERM' });
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await waitUntil(() => isGroupGone(child.pid ?? 0), { timeoutMs: 15_000 })).toBe(true);
});

test('the child has the identity that was asked for, its arguments and messages', async () => {
  const source = 'process.send([process.pid, ...process.argv.slice(1)])';
  const command = [process.execPath, '-e', source, 'with blank', '$HOME'];
  const child = spawnGuarded(command, { output: 1, ipc: true, endSignal: 'TERM' });
  expect((await once(child, 'message'))[0]).toEqual([child.pid, 'with blank', '$HOME']);
});
