import { findFreePort } from '../../../bin/support/free-port.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

/** A separate API process that listens, as in production. */
export interface ApiProcess extends ServerProcess {
  url: string;
}

export interface ApiProcessOptions {
  databaseUrl: string;
  /** Files to load before the server, to break or slow something on purpose. */
  preload?: readonly string[];
}

/** Starts an API process on a free port and waits until it is ready. */
export async function startApiProcess({ databaseUrl, preload = [] }: ApiProcessOptions): Promise<ApiProcess> {
  const port = await findFreePort();
  const started = await startServerProcess('api', {
    databaseUrl,
    preload,
    env: { OPENMAT_API_PORT: String(port) },
  });
  return { ...started, url: `http://127.0.0.1:${port}` };
}
