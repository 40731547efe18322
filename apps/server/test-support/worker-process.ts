import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A separate worker process, as in production. */
export interface WorkerProcess {
  /** Asks it to end; answers its exit code once it has. */
  stop(): Promise<number | null>;
  /** Ends it in the middle of whatever it does (SIGKILL); safe to call again. */
  kill(): Promise<void>;
}

const MAIN = new URL('../src/main.ts', import.meta.url).pathname;

/** Starts a worker and waits until it takes jobs. */
export async function startWorkerProcess(databaseUrl: string): Promise<WorkerProcess> {
  const child = fork(MAIN, ['--role', 'worker'], {
    env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: databaseUrl, OPENMAT_LOG_LEVEL: 'error' },
  });
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof message !== 'object') throw new Error(`the worker process ended with ${message}`);
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
