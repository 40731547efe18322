import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A process that can be told from a later one with the same number. */
export interface ProcessIdentity {
  pid: number;
  /** Opaque: clock ticks since boot on Linux, the text of `ps -o lstart` elsewhere. */
  startedAt: string;
}

/**
 * Start time out of a line of `/proc/<pid>/stat`. The second field is the program's name in brackets and may itself hold
 * blanks and brackets, so fields are counted from the last bracket.
 */
export function parseStartTime(stat: string): string | undefined {
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = afterName[0];
  // A zombie has ended; only its parent has not looked yet.
  return state === 'Z' || state === 'X' ? undefined : afterName[19];
}

/** The identity of a living process, or undefined when there is none with this number. */
export async function identifyProcess(pid: number): Promise<ProcessIdentity | undefined> {
  const startedAt = process.platform === 'linux' ? await startTimeFromProc(pid) : await ps(pid, 'lstart');
  return startedAt ? { pid, startedAt } : undefined;
}

/** Whether the very process that was identified earlier still lives. */
export async function isSameProcess(identity: ProcessIdentity): Promise<boolean> {
  return (await identifyProcess(identity.pid))?.startedAt === identity.startedAt;
}

/** The command line of a living process, arguments separated by blanks; empty when there is none. */
export async function readCommandLine(pid: number): Promise<string> {
  if (process.platform !== 'linux') return (await ps(pid, 'command')) ?? '';
  const raw = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return raw.replaceAll('\0', ' ').trim();
}

async function startTimeFromProc(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return stat === undefined ? undefined : parseStartTime(stat);
}

async function ps(pid: number, column: string): Promise<string | undefined> {
  const result = await run('ps', ['-o', `${column}=`, '-p', String(pid)]).catch(() => undefined);
  return result?.stdout.trim() || undefined;
}
