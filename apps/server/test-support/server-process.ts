import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A separate process of the server, as in production. */
export interface ServerProcess {
  /** Asks it to end; answers its exit code once it has. */
  stop(): Promise<number | null>;
  /** Ends it in the middle of whatever it does (SIGKILL); safe to call again. */
  kill(): Promise<void>;
}

export interface ServerProcessOptions {
  databaseUrl: string;
  /** Files to load before the server, to break or slow something on purpose. */
  preload?: readonly string[];
  /** Further settings. */
  env?: Record<string, string>;
}

const MAIN = new URL('../src/main.ts', import.meta.url).pathname;

/** Starts a process and waits until it is ready: the API listens, the worker takes jobs. */
export async function startServerProcess(
  role: 'api' | 'worker',
  { databaseUrl, preload = [], env }: ServerProcessOptions,
): Promise<ServerProcess> {
  const child = fork(MAIN, ['--role', role], {
    execArgv: preload.flatMap((path) => ['--import', path]),
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
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return {
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}
