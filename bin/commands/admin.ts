import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { runCommand } from '../support/run-command.ts';

interface CreateOptions {
  name: string;
  ask: boolean;
}

/** `openmat admin create` */
export function registerAdmin(program: Command): void {
  program
    .command('admin')
    .summary('admin accounts')
    .description('Accounts of the people who run the studio.')
    .command('create')
    .argument('<email>', 'address to sign in with')
    .summary('create an admin account')
    .description('Creates an admin account. Its password is made up and shown once, or asked for.')
    .option('-n, --name <name>', 'name of the person', 'Admin')
    .option('-a, --ask', 'ask for the password in place of making one up', false)
    .addHelpText('after', '\nExample:\n  $ npx openmat admin create mira@example.org --name "Mira Novak"\n')
    .action((email: string, options: CreateOptions) => runCommand(() => create(email, options)));
}

async function create(email: string, { name, ask }: CreateOptions): Promise<number> {
  const { withOpenDatabase } = await import('../support/with-open-database.ts');
  const { askPassword } = await import('../support/ask-password.ts');
  const { createAdmin } = await import('../../apps/server/src/modules/identity/index.ts');
  const password = ask ? await askPassword(`Password for ${email}: `) : randomBytes(15).toString('base64url');
  const user = await withOpenDatabase('admin create', (db) => createAdmin(db, { email, name, password }));
  console.log(`${user.email} is an admin now.${ask ? '' : ` Password: ${password}`}`);
  return 0;
}
