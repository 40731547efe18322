import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { findFreePort } from '../../../bin/support/free-port.ts';

/** A separate process of the server, as in production. */
export interface ServerProcess {
  /** Asks it to end; answers its exit code once it has. */
  stop(): Promise<number | null>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
}

/** A separate API process that listens. */
export interface ApiProcess extends ServerProcess {
  url: string;
}

export interface ProcessOptions {
  databaseUrl: string;
  /** Modules of this folder to load before the server, to break or slow something on purpose. */
  preload?: readonly string[];
  /** Further settings. */
  env?: Record<string, string>;
}

const MAIN = new URL('../src/main.ts', import.meta.url).pathname;

/** Starts an API process on a free port and waits until it is ready. */
export async function startApiProcess({ env, ...options }: ProcessOptions): Promise<ApiProcess> {
  const port = await findFreePort();
  const started = await startProcess('api', { ...options, env: { ...env, OPENMAT_API_PORT: String(port) } });
  return { ...started, url: `http://127.0.0.1:${port}` };
}

/** Starts a process that works off jobs and waits until it is ready. */
export function startWorkerProcess(options: ProcessOptions): Promise<ServerProcess> {
  return startProcess('worker', options);
}

async function startProcess(
  role: 'api' | 'worker',
  { databaseUrl, preload = [], env }: ProcessOptions,
): Promise<ServerProcess> {
  const child = fork(MAIN, ['--role', role], {
    execArgv: preload.flatMap((name) => ['--import', new URL(`${name}.ts`, import.meta.url).pathname]),
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      OPENMAT_RATE_LIMITS: 'off',
      OPENMAT_LOG_LEVEL: 'error',
      ...env,
    },
  });
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof message !== 'object') throw new Error(`the ${role} process ended with ${message}`);
  return {
    stop: () => end(child, 'SIGTERM'),
    kill: async () => {
      await end(child, 'SIGKILL');
    },
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code] = await ended;
  return code as number | null;
}
