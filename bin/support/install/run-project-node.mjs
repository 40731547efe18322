import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript without dependencies: it runs before anything is installed, on any Node from 20 on.

export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** The Node that came with the dependencies, whatever Node the machine has. */
export const projectNode = join(projectRoot, 'node_modules/node/bin/node');

const PARENT_CHECK_MS = 200;

/**
 * Runs bin/openmat.ts with the project's Node in place of this process: same terminal, signals passed on, same exit code.
 *
 * @param {string[]} args
 */
export function runOpenmat(args) {
  // The channel tells the child when this process was killed without having been able to pass that on.
  const child = spawn(projectNode, [join(projectRoot, 'bin/openmat.ts'), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  if (process.env.npm_lifecycle_event) endWithParent(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    process.stderr.write(`${projectNode} cannot be run: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}

/**
 * npm does not take its script along when it is killed; the script only gets another parent. (The npm scripts `exec` this
 * program, or a shell in between would hide that, and keep signals sent to npm for itself.)
 *
 * @param {() => void} end
 */
function endWithParent(end) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, PARENT_CHECK_MS);
}
