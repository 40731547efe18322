import type { Command } from 'commander';
import { runCommand } from '../support/run-command.ts';
import { readSettings } from '../support/settings.ts';

/** `openmat dev` */
export function registerDev(program: Command): void {
  program
    .command('dev')
    .summary('start everything, reloading when sources change')
    .description('Like `openmat up`, on the same ports and data, but every program reloads and shows its log here.')
    .addHelpText('after', '\nExample:\n  $ npm run dev\n')
    .action(() =>
      runCommand(async () => {
        const settings = readSettings(process.env);
        const { runStack } = await import('../support/stack/run-stack.ts');
        return await runStack({ command: 'dev', settings, mode: 'watched', fresh: false });
      }),
    );
}
