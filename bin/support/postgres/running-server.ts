import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readCommandLine } from '../process-identity.ts';
import { UserError } from '../settings.ts';
import { waitUntil } from '../wait-until.ts';

export interface RunningServer {
  pid: number;
  port: number;
  isReady: boolean;
}

/** Fields of `postmaster.pid` by line: 1 process id, 2 data folder, 3 start time, 4 port, … 8 state. */
export function parsePostmasterPid(text: string): RunningServer | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), isReady: lines[7] === 'ready' };
}

/**
 * The server that runs on this cluster. The file alone proves nothing: after a crash it stays, and its number may belong
 * to another program by now, so the command line of the process must name this folder.
 */
export async function readRunningServer(clusterPath: string): Promise<RunningServer | undefined> {
  const text = await readFile(join(clusterPath, 'postmaster.pid'), 'utf8').catch(() => '');
  const server = parsePostmasterPid(text);
  if (!server) return undefined;
  const commandLine = await readCommandLine(server.pid);
  return commandLine.includes(`-D ${clusterPath} `) ? server : undefined;
}

/**
 * Makes a cluster startable after its owner was killed: ends a server that still runs on it, and removes a lock file whose
 * number belongs to another program by now, at which PostgreSQL would refuse to start. Other stale lock files are left to
 * PostgreSQL, which also checks for surviving backends.
 */
export async function stopLeftoverServer(clusterPath: string): Promise<void> {
  const lockFile = join(clusterPath, 'postmaster.pid');
  const recorded = parsePostmasterPid(await readFile(lockFile, 'utf8').catch(() => ''));
  if (!recorded || !(await readCommandLine(recorded.pid))) return;
  if (!(await readRunningServer(clusterPath))) return await rm(lockFile);

  const isGone = async () => (await readRunningServer(clusterPath)) === undefined;
  process.kill(recorded.pid, 'SIGINT');
  if (await waitUntil(isGone, { timeoutMs: 15_000 })) return;
  process.kill(recorded.pid, 'SIGQUIT');
  if (await waitUntil(isGone, { timeoutMs: 5_000 })) return;
  throw new UserError(`A PostgreSQL left on ${clusterPath} (process ${recorded.pid}) does not end.`);
}
