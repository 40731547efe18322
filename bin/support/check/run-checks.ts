import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { projectRoot, toolEnvironment } from '../project.ts';
import type { TestCounts } from '../test/test-counts.ts';
import { type CheckStage, checkStages } from './check-stages.ts';

/**
 * Runs every check, all at once, and prints a line for each as it ends; what a failing tool said follows its line.
 *
 * @returns how many checks passed and failed
 */
export async function runChecks(): Promise<TestCounts> {
  const results = await Promise.all(checkStages.map(runCheck));
  const passed = results.filter((ok) => ok).length;
  return { passed, failed: results.length - passed, skipped: 0 };
}

async function runCheck({ title, command, isReport }: CheckStage): Promise<boolean> {
  const started = performance.now();
  const [tool, ...args] = command;
  const child = spawn(tool, args, { cwd: projectRoot, env: toolEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<boolean>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
  const [out, err, ok] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? '✔' : '✖'} ${title} (${seconds} s)${ok && !isReport ? '' : `\n${out}${err}`.trimEnd()}`);
  return ok;
}
