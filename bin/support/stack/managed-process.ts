import type { ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot, toolEnvironment } from '../project.ts';
import { spawnGuarded } from '../spawn-guarded.ts';
import { waitUntil } from '../wait-until.ts';
import { type Component, ComponentFailure, type StartContext } from './stack.ts';

export interface ProcessSpec {
  /** For messages, e.g. `the API`. */
  title: string;
  command: readonly [program: string, ...args: string[]];
  /** Relative to the project. */
  cwd?: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** Shows its output here too, each line after this label. */
  echo?: string;
}

export interface ServiceSpec extends ProcessSpec {
  /** The process says so itself (`process.send({ type: 'ready' })`), or answers HTTP at an address. */
  ready: 'message' | { url: string };
}

interface Running extends Component {
  child: ChildProcess;
}

const READY_TIMEOUT_MS = 120_000;
/** Longer than the server takes to drain. */
const STOP_TIMEOUT_MS = 20_000;

/**
 * Starts a program in a process group of its own, writes its output to a log file, and waits until it is ready. Ctrl-C
 * does not reach the group, so that the programs can be ended in order; the death of this process does.
 *
 * @throws ComponentFailure when it ends or is silent instead of getting ready
 */
export async function startProcess(spec: ServiceSpec, context: StartContext): Promise<Component> {
  const running = await spawnRecorded(spec, context);
  try {
    await waitUntilReady(running, spec.ready, context.signal);
    return running;
  } catch (error) {
    await running.stop();
    throw error;
  }
}

/**
 * Runs a program to its end, as guarded as a service.
 *
 * @throws ComponentFailure when it does not end with code 0
 */
export async function runProcess(spec: ProcessSpec, context: StartContext): Promise<void> {
  const running = await spawnRecorded(spec, context);
  const giveUp = () => void running.stop();
  context.signal.addEventListener('abort', giveUp);
  const how = await running.exited;
  context.signal.removeEventListener('abort', giveUp);
  context.signal.throwIfAborted();
  if (running.child.exitCode !== 0) throw await ComponentFailure.of(running, how);
}

async function spawnRecorded(spec: ProcessSpec, { signal, record }: StartContext): Promise<Running> {
  signal.throwIfAborted();
  const { title, logFile } = spec;
  const child = await spawnLogged(spec);
  const pid = child.pid as number;
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, endSignal) => {
      // Whatever it had started itself, like the server behind `next dev`.
      signalGroup(pid, 'SIGTERM');
      resolve(endSignal ? `was ended by ${endSignal}` : `exited with code ${code}`);
    });
  });
  await record(pid);
  return { child, title, pid, exited, logFile, stop: () => stopGroup(child, pid, exited) };
}

async function spawnLogged({ command, cwd = '.', env, logFile, echo }: ProcessSpec): Promise<ChildProcess> {
  const log = await open(logFile, 'w', 0o600);
  try {
    const child = spawnGuarded(command, {
      cwd: join(projectRoot, cwd),
      env: { ...toolEnvironment(), ...env },
      output: echo === undefined ? log.fd : 'pipe',
      ipc: true,
      endSignal: 'TERM',
    });
    // Sending a signal may fail later, when it has just ended; that is no reason to fall.
    child.on('error', () => {});
    if (echo !== undefined) echoLines(child, logFile, echo);
    return child;
  } finally {
    await log.close();
  }
}

function echoLines(child: ChildProcess, logFile: string, label: string): void {
  const log = createWriteStream(logFile, { mode: 0o600 });
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    stream.pipe(log, { end: false });
    createInterface({ input: stream }).on('line', (line) => process.stdout.write(`${label} ${line}\n`));
  }
  child.once('close', () => log.end());
}

async function waitUntilReady(running: Running, ready: ServiceSpec['ready'], signal: AbortSignal): Promise<void> {
  let isReady = false;
  let ending: string | undefined;
  running.child.on('message', (message) => {
    if (typeof message === 'object' && 'type' in message && message.type === 'ready') isReady = true;
  });
  void running.exited.then((how) => {
    ending = how;
  });
  const isSettled = async () => {
    if (ready !== 'message') isReady = await answers(ready.url);
    return isReady || ending !== undefined || signal.aborted;
  };
  const inTime = await waitUntil(isSettled, { timeoutMs: READY_TIMEOUT_MS, intervalMs: 50 });
  signal.throwIfAborted();
  if (inTime && ending === undefined) return;
  throw await ComponentFailure.of(running, ending ?? `was not ready within ${READY_TIMEOUT_MS / 1000} s`);
}

/** Any answer but a server error will do: a page that redirects or asks for a login is being served. */
function answers(url: string): Promise<boolean> {
  return fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5_000) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.status < 500;
    },
    () => false,
  );
}

async function stopGroup(child: ChildProcess, pid: number, exited: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // Not the whole group: `node --watch` and `next dev` pass it on, and a second signal would cut the ending short.
  child.kill('SIGTERM');
  const forced = setTimeout(() => signalGroup(pid, 'SIGKILL'), STOP_TIMEOUT_MS);
  await exited;
  clearTimeout(forced);
}

function signalGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // It ended a moment ago.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
