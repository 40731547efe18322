import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findFreePort } from '../free-port.ts';
import { identifyProcess } from '../process-identity.ts';
import { waitUntil } from '../wait-until.ts';
import { type ServiceSpec, startProcess } from './managed-process.ts';

let folder: string;
const context = (signal = new AbortController().signal) => ({ signal, record: async () => {} });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openmat-process-'));
});

afterEach(() => rm(folder, { recursive: true }));

function program(source: string, ready: ServiceSpec['ready'] = 'message'): ServiceSpec {
  return {
    title: 'the program',
    command: [process.execPath, '-e', source],
    env: { GREETING: 'hello' },
    logFile: join(folder, 'program.log'),
    ready,
  };
}

const READY = "process.send({ type: 'ready' }); setInterval(() => {}, 1000);";

test('is ready when it says so, writes its log, and ends on SIGTERM', async () => {
  const started = await startProcess(program(`console.log(process.env.GREETING); ${READY}`), context());
  await started.stop();
  expect(await started.exited).toBe('was ended by SIGTERM');
  expect(await readFile(started.logFile, 'utf8')).toBe('hello\n');
});

test('is ready when it answers HTTP', async () => {
  const port = await findFreePort();
  const source = `require('node:http').createServer((_, response) => response.end()).listen(${port}, '127.0.0.1')`;
  const started = await startProcess(program(source, { url: `http://127.0.0.1:${port}` }), context());
  await started.stop();
});

test('says how it ended and what it said last when it ends instead of getting ready', async () => {
  const starting = startProcess(program("console.error('no configuration'); process.exit(3)"), context());
  await expect(starting).rejects.toMatchObject({
    message: 'The program exited with code 3.',
    report: expect.stringMatching(/ Its log, .*, ends with:\n\nno configuration$/),
  });
});

test('is ended when the start is given up', async () => {
  const start = new AbortController();
  const starting = startProcess(program('setInterval(() => {}, 1000);'), context(start.signal));
  start.abort(new Error('interrupted'));
  await expect(starting).rejects.toThrow('interrupted');
});

test('takes its own children with it', async () => {
  const source = `const child = require('node:child_process').spawn('sleep', ['60']); console.log(child.pid); ${READY}`;
  const started = await startProcess(program(source), context());
  const grandchild = Number(await readFile(started.logFile, 'utf8'));
  expect(await identifyProcess(grandchild)).toBeDefined();
  process.kill(started.pid, 'SIGKILL');
  expect(await started.exited).toBe('was ended by SIGKILL');
  expect(await waitUntil(async () => !(await identifyProcess(grandchild)), { timeoutMs: 5_000 })).toBe(true);
});
