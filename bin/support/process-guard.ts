import { spawn } from 'node:child_process';

/**
 * Ends a child's process group when this process dies in a way that runs no handler (`kill -9`, out of memory).
 *
 * A shell waits on a pipe whose other end only this process holds. When the kernel closes it without a line having been
 * written, the shell signals the group. It leads a group of its own, so that Ctrl-C in a terminal does not reach it.
 * Works for children that cannot look after themselves (PostgreSQL, Next.js) and costs no polling.
 *
 * @returns release: call it once the child has exited, so that a later process with the same number is safe.
 */
export function guardProcessGroup(pid: number, signal: 'INT' | 'TERM'): () => void {
  const guard = spawn('/bin/sh', ['-c', `read -r _ || kill -s ${signal} -- -${pid}`], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  guard.unref();
  return () => guard.stdin.end('released\n');
}
