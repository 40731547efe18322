import type { Command } from 'commander';
import { runCommand } from '../support/run-command.ts';

/** `openmat test` */
export function registerTest(program: Command): void {
  program
    .command('test')
    .summary('all checks and all tests (what `npm test` runs)')
    .description('Runs `openmat check`, then all tests; nothing has to run for that, and nothing is left running.')
    .addHelpText(
      'after',
      `
Examples:
  $ npm test
  $ npx vitest bin/support              only some, again when files change
  $ npx playwright test --config e2e    only the browser tests
  $ OPENMAT_TEST_DATABASE_URL=postgres://… npm test    on a PostgreSQL of your own
`,
    )
    .action(() =>
      runCommand(async () => {
        const { runTests } = await import('../support/test/run-tests.ts');
        return await runTests();
      }),
    );
}
