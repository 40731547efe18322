import type { Command } from 'commander';
import { runCommand } from '../support/run-command.ts';
import { readSettings } from '../support/settings.ts';

interface UpOptions {
  port?: string;
  fresh: boolean;
}

/** `openmat up` */
export function registerUp(program: Command): void {
  program
    .command('up')
    .summary('start everything, ready to use (what `npm start` runs)')
    .description(
      'Starts PostgreSQL, the Stripe emulator, the mail inbox, the API, the worker and the web app, and keeps them running.',
    )
    .option('-p, --port <port>', 'port of the web app (default: OPENMAT_WEB_PORT, or 3000)')
    .option('--fresh', 'start over with an empty database', false)
    .addHelpText(
      'after',
      `
Examples:
  $ npm start
  $ npm start -- --port 3100 --fresh
  $ DATABASE_URL=postgres://… npm start      with a PostgreSQL of your own
  $ STRIPE_SECRET_KEY=sk_test_… npm start    with Stripe in place of the emulator
  $ OPENMAT_SMTP_URL=smtp://… npm start      with a mail server in place of the inbox
`,
    )
    .action((options: UpOptions) => runCommand(() => up(options)));
}

async function up({ port, fresh }: UpOptions): Promise<number> {
  const settings = readSettings({ ...process.env, ...(port && { OPENMAT_WEB_PORT: port }) });
  const { runStack } = await import('../support/stack/run-stack.ts');
  return await runStack({ command: 'up', settings, mode: 'built', fresh });
}
