import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../../../bin/support/free-port.ts';
import { SERVER_FLAGS } from '../../../bin/support/stack/server-flags.ts';

/** One process of the server under test. */
export interface ServerProcess {
  /** Where an API process listens; a worker does not. */
  url: string;
  pid: number;
  stop(): Promise<void>;
}

export interface ServerProcessOptions {
  role: 'api' | 'worker';
  databaseUrl: string;
  /** Folder for a CPU profile of the process, written when it stops. */
  profileDir?: string | undefined;
}

const MAIN = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));

/** Starts the server as `npm start` does, without rate limits and with a quiet log, and waits until it is ready. */
export async function startServerProcess({
  role,
  databaseUrl,
  profileDir,
}: ServerProcessOptions): Promise<ServerProcess> {
  const port = await findFreePort();
  const child = fork(MAIN, ['--role', role], {
    execArgv: [...SERVER_FLAGS, ...(profileDir ? ['--cpu-prof', `--cpu-prof-dir=${profileDir}`] : [])],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      OPENMAT_API_PORT: String(port),
      OPENMAT_RATE_LIMITS: 'off',
      OPENMAT_LOG_LEVEL: 'warn',
    },
  });
  const exited = once(child, 'exit');
  const ready = once(child, 'message');
  const ended = exited.then(([code]) =>
    Promise.reject(new Error(`the ${role} process ended with ${code} while starting`)),
  );
  await Promise.race([ready, ended]);
  ended.catch(() => {});
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
