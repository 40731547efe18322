import { fork } from 'node:child_process';
import { once } from 'node:events';
import { findFreePort } from '../../../bin/support/free-port.ts';

/** A separate API process that listens, as in production. */
export interface ApiProcess {
  url: string;
  /** Asks it to end; answers its exit code once it has. */
  stop(): Promise<number | null>;
}

export interface ApiProcessOptions {
  databaseUrl: string;
  /** Modules of this folder to load before the server, to break or slow something on purpose. */
  preload?: readonly string[];
}

const MAIN = new URL('../src/main.ts', import.meta.url).pathname;

/** Starts an API process on a free port and waits until it is ready. */
export async function startApiProcess({ databaseUrl, preload = [] }: ApiProcessOptions): Promise<ApiProcess> {
  const port = await findFreePort();
  const child = fork(MAIN, ['--role', 'api'], {
    execArgv: preload.flatMap((name) => ['--import', new URL(`${name}.ts`, import.meta.url).pathname]),
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      OPENMAT_API_PORT: String(port),
      OPENMAT_RATE_LIMITS: 'off',
      OPENMAT_LOG_LEVEL: 'error',
    },
  });
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof message !== 'object') throw new Error(`the API process ended with ${message}`);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await ended;
      return code as number | null;
    },
  };
}
