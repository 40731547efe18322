import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runChecks } from '../check/run-checks.ts';
import { projectRoot, toolEnvironment } from '../project.ts';
import { waitForStopRequest } from '../stop-request.ts';
import { createTemporaryFolder } from '../temporary-folder.ts';
import { countPlaywright, countVitest, formatCounts, sumCounts, type TestCounts } from './test-counts.ts';

interface Runner {
  title: string;
  /** Writes its JSON report to the file of this name. */
  command: (reportFile: string) => readonly [program: string, ...args: string[]];
  env?: (reportFile: string) => NodeJS.ProcessEnv;
  count: (report: never) => TestCounts;
}

/** Somebody wants everything to end. */
interface StopRequest {
  how?: string;
  runner?: ChildProcess;
}

const runners: readonly Runner[] = [
  {
    title: 'Unit, database, HTTP and race tests',
    command: (file) => ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    count: countVitest,
  },
  {
    title: 'Browser tests',
    command: () => ['playwright', 'test', '--config', 'e2e', '--reporter=list,json'],
    env: (file) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
    count: countPlaywright,
  },
];

/**
 * Runs all checks and all tests, whatever fails on the way, and prints how many passed and failed in the end.
 *
 * @returns the exit code
 */
export async function runTests(): Promise<number> {
  const stop: StopRequest = {};
  void waitForStopRequest().then((how) => {
    stop.how = how;
    // The terminal has sent SIGINT to the runner as well, and a second would cut its tidying short.
    if (how !== 'SIGINT') stop.runner?.kill('SIGTERM');
  });
  const folder = await createTemporaryFolder();
  try {
    console.log('Checks');
    const results = [{ title: 'Checks', counts: await runChecks() }];
    for (const [index, runner] of runners.entries()) {
      if (stop.how) break;
      console.log(`\n${runner.title}`);
      results.push({ title: runner.title, counts: await runRunner(runner, join(folder, `${index}.json`), stop) });
    }
    if (stop.how) return 130;
    const total = sumCounts(results.map(({ counts }) => counts));
    console.log();
    for (const { title, counts } of results) console.log(`${title}: ${formatCounts(counts)}`);
    console.log(`\n${formatCounts(total)}`);
    return total.failed > 0 ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function runRunner({ command, env, count }: Runner, reportFile: string, stop: StopRequest): Promise<TestCounts> {
  const [program, ...args] = command(reportFile);
  const child = spawn(program, args, {
    cwd: projectRoot,
    env: { ...toolEnvironment(), ...env?.(reportFile) },
    stdio: 'inherit',
  });
  stop.runner = child;
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const report = await readFile(reportFile, 'utf8').catch(() => undefined);
  const counts = report === undefined ? { passed: 0, failed: 0, skipped: 0 } : count(JSON.parse(report) as never);
  // A runner that broke down may have counted no failure, or have written nothing at all.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
