import { type ServerProcess, startServerProcess } from './server-process.ts';

/** A separate worker process, as in production. */
export type WorkerProcess = ServerProcess;

/** Starts a worker and waits until it takes jobs. */
export function startWorkerProcess(databaseUrl: string, env: Record<string, string> = {}): Promise<WorkerProcess> {
  return startServerProcess('worker', { databaseUrl, env });
}
