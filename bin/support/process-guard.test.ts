import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { identifyProcess } from './process-identity.ts';
import { waitUntil } from './wait-until.ts';

const guard = JSON.stringify(new URL('./process-guard.ts', import.meta.url).href);

/** Starts a process that starts and guards a child; the child's number is what it prints. */
async function startOwner(afterwards: string): Promise<{ owner: ReturnType<typeof spawn>; child: number }> {
  const source = `
    import { spawn } from 'node:child_process';
    import { guardProcessGroup } from ${guard};
    const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
    const release = guardProcessGroup(child.pid, 'TERM');
    ${afterwards}
    console.log(child.pid);
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(owner.stdout, 'data');
  return { owner, child: Number(line) };
}

const hasEnded = async (pid: number) => (await identifyProcess(pid)) === undefined;

test('ends the child when its owner is killed', async () => {
  const { owner, child } = await startOwner('');
  expect(await hasEnded(child)).toBe(false);
  owner.kill('SIGKILL');
  expect(await waitUntil(() => hasEnded(child), { timeoutMs: 5_000 })).toBe(true);
});

test('leaves a released number alone', async () => {
  const { owner, child } = await startOwner('release(); await new Promise((resolve) => setTimeout(resolve, 100));');
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  expect(await waitUntil(() => hasEnded(child), { timeoutMs: 300 })).toBe(false);
  process.kill(child, 'SIGKILL');
});
