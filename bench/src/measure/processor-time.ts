import { readdir, readFile } from 'node:fs/promises';
import { cpus } from 'node:os';

/** Clock ticks per second in /proc; 100 on every Linux that we run on. */
const TICKS_PER_SECOND = 100;

/**
 * Processor time that these processes and all their children have used so far, in seconds. What a booking costs in it is
 * steadier than its rate when other work shares the machine. NaN where there is no /proc.
 */
export async function processorSeconds(pids: readonly number[]): Promise<number> {
  const processes = await readProcesses().catch(() => undefined);
  if (!processes) return Number.NaN;
  let ticks = 0;
  for (const { pid, parent, used } of processes) if (pids.includes(pid) || pids.includes(parent)) ticks += used;
  return ticks / TICKS_PER_SECOND;
}

async function readProcesses() {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  // A process may end between listing and reading.
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)));
  return stats.flatMap((stat) => (stat === undefined ? [] : [parseStat(stat)]));
}

function parseStat(stat: string) {
  // The name in parentheses may itself hold spaces and parentheses; the fields behind it do not.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const field = (number: number) => Number(fields[number - 3]);
  return { pid: Number.parseInt(stat, 10), parent: field(4), used: field(14) + field(15) };
}

/** Time of all processors since the machine started, and how much of it they worked, in seconds. */
export function machineSeconds(): { all: number; busy: number } {
  let [all, idle] = [0, 0];
  for (const { times } of cpus()) {
    all += times.user + times.nice + times.sys + times.irq + times.idle;
    idle += times.idle;
  }
  return { all: all / 1_000, busy: (all - idle) / 1_000 };
}
