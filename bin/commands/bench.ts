import { type Command, InvalidArgumentError } from 'commander';
import type { BenchmarkOptions } from '../../bench/src/benchmark.ts';

/** `openmat bench` */
export function registerBench(program: Command): void {
  program
    .command('bench')
    .summary('measure the server against SQL alone, on a database of its own')
    .description('Runs a benchmark on a PostgreSQL and processes of its own. Without a name it lists them.')
    .argument('[name]', 'which benchmark')
    .option('--members <count>', 'how many come to a noon drop', wholeNumber, 1_000)
    .option('--processes <count>', 'API processes', wholeNumber, 1)
    .option('--seconds <count>', 'length of one measurement', wholeNumber, 5)
    .option('--rounds <count>', 'how often each measurement is taken', wholeNumber, 3)
    .option('--worker', 'run a worker beside the API', false)
    .option('--profile <folder>', 'write CPU profiles of the server there')
    .addHelpText('after', '\nExample:\n  $ npm run bench -- noon-drop --members 10000\n')
    .action(runBench);
}

async function runBench(name: string | undefined, options: BenchmarkOptions): Promise<void> {
  const { benchmarks } = await import('../../bench/src/benchmarks.ts');
  const benchmark = name === undefined ? undefined : benchmarks[name];
  if (name !== undefined && benchmark) {
    const { runBenchmark } = await import('../../bench/src/run-benchmark.ts');
    process.exitCode = (await runBenchmark(name, benchmark, options)) ? 0 : 1;
    return;
  }
  console.log('Benchmarks:');
  for (const [each, { summary }] of Object.entries(benchmarks)) console.log(`  ${each.padEnd(12)}${summary}`);
  if (name !== undefined) process.exitCode = 1;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1.');
  return Number(text);
}
