import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { connect } from './testing/start-emulator.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

async function run(env: Record<string, string>) {
  const dataDir = await mkdtemp(join(tmpdir(), 'stripe-emulator-'));
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, OPENMAT_STRIPE_PORT: '0', OPENMAT_DATA_DIR: dataDir, ...env },
  });
  const exited = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
    await rm(dataDir, { recursive: true });
  });
  return { child, exited };
}

async function readLine(stream: NodeJS.ReadableStream): Promise<string> {
  const [line] = await once(createInterface(stream), 'line');
  return String(line);
}

it.each(['SIGTERM', 'SIGINT'] as const)('serves until %s', async (signal) => {
  const { child, exited } = await run({});
  const line = await readLine(child.stdout);
  const address = /^Stripe emulator ready at (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
  const stripe = connect(String(address));
  await expect(stripe.customers.list()).resolves.toMatchObject({ data: [] });

  child.kill(signal);

  expect(await exited).toEqual([0, null]);
});

it('refuses production in one line', async () => {
  const { child, exited } = await run({ NODE_ENV: 'production' });
  expect(await text(child.stderr)).toBe('The Stripe emulator does not run with NODE_ENV=production.\n');
  expect(await exited).toEqual([1, null]);
});

it('says in one line that its port is taken', async () => {
  const first = await run({});
  const port = new URL((await readLine(first.child.stdout)).split(' ').at(-1) ?? '').port;
  const second = await run({ OPENMAT_STRIPE_PORT: port });
  expect(await text(second.child.stderr)).toMatch(/^listen EADDRINUSE[^\n]+\n$/);
  expect(await second.exited).toEqual([1, null]);
});
