import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import type { Socket } from 'node:net';

interface GuardedOptions extends Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> {
  /** Where both output streams go. */
  output: number | 'pipe';
  /** Lets the child send messages; for Node programs. */
  ipc?: boolean;
  /** What ends the child when this process dies. */
  endSignal: 'INT' | 'TERM';
}

const GUARD_FD = 4;
/** Forks the guard, then becomes the program: same process id, without the guard's pipe. */
const SCRIPT = `signal=$1; shift; (read -r _ <&${GUARD_FD} || kill -s "$signal" -- "-$$") & exec "$@" ${GUARD_FD}<&-`;

/**
 * Starts a program that does not outlive this process, however that dies, and that Ctrl-C in a terminal does not reach
 * (it leads a process group of its own).
 *
 * Beside the program a shell waits on a pipe whose other end only this process holds. When the kernel closes it, because
 * this process was killed, the shell signals the group. The shell is there before the program is, so no moment is
 * unguarded; it works for programs that cannot look after themselves (PostgreSQL, Next.js), and costs no polling.
 */
export function spawnGuarded(command: readonly string[], options: GuardedOptions): ChildProcess {
  const { output, ipc = false, endSignal, ...rest } = options;
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'sh', endSignal, ...command], {
    ...rest,
    detached: true,
    stdio: ['ignore', output, output, ipc ? 'ipc' : 'ignore', 'pipe'],
  });
  const guard = child.stdio[GUARD_FD] as Socket | undefined;
  guard?.on('error', () => {});
  guard?.unref();
  // A line lets the guard go without a signal. Until then it keeps the group alive, so the number cannot be another's.
  child.once('exit', () => guard?.end('released\n'));
  return child;
}
