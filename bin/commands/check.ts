import type { Command } from 'commander';

/** `openmat check` */
export function registerCheck(program: Command): void {
  program
    .command('check')
    .summary('format, lint, types, dependency rules, unused code, weight of pages')
    .description(
      'Checks the sources without running them, and builds the web app. Repairs nothing; `npm run format` formats.',
    )
    .addHelpText('after', '\nExample:\n  $ npm run check\n')
    .action(async () => {
      const { runChecks } = await import('../support/check/run-checks.ts');
      const { failed } = await runChecks();
      if (failed > 0) process.exitCode = 1;
    });
}
