import { availableParallelism, loadavg } from 'node:os';
import { openBaseline } from './baseline/baseline.ts';
import type { Benchmark, BenchmarkOptions } from './benchmark.ts';
import { type Environment, withEnvironment } from './environment/open-environment.ts';
import { formatTargets } from './report/targets.ts';
import { verify } from './verify.ts';

/**
 * Runs one benchmark on a database of its own and prints what came out.
 *
 * @returns false when something was booked or answered wrongly; missed targets are only printed
 */
export async function runBenchmark(name: string, benchmark: Benchmark, options: BenchmarkOptions): Promise<boolean> {
  const { processes, worker, profile } = options;
  const progress = (message: string) => console.error(`… ${message}`);
  progress('preparing the studio');
  return withEnvironment(
    { size: benchmark.size(options), seed: benchmark.seed, processes, worker, profileDir: profile },
    async (environment) => {
      const baseline = await openBaseline(environment);
      const loadBefore = loadAverage();
      const { tables, targets, confirmed, faults } = await benchmark.run({ environment, baseline, options, progress });
      const loadAfter = loadAverage();
      progress('verifying');
      const allFaults = [...faults, ...(await verify({ environment, baseline, confirmed }))];
      const about = [
        `${name}: ${benchmark.summary}`,
        `${await versions(environment)}, ${availableParallelism()} processors, load average ${loadBefore} → ${loadAfter}`,
        `${options.rounds} rounds of ${options.seconds} s, ${processes} API process(es)${worker ? ' and a worker' : ''}; by SQL: ${baseline.tool}`,
      ];
      const verdict =
        allFaults.length === 0
          ? `✓ correct: ${confirmed} bookings confirmed, all in the database, every invariant holds`
          : allFaults.map((fault) => `✗ wrong: ${fault}`).join('\n');
      console.log(['', about.join('\n'), ...tables, formatTargets(targets), verdict].join('\n\n'));
      return allFaults.length === 0;
    },
  );
}

function loadAverage(): string {
  return (loadavg()[0] ?? Number.NaN).toFixed(2);
}

async function versions({ client }: Environment): Promise<string> {
  const { rows } = await client.query('show server_version');
  return `Node ${process.version}, PostgreSQL ${rows[0].server_version}`;
}
