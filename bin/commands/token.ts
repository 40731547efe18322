import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { runCommand } from '../support/run-command.ts';
import { UserError } from '../support/settings.ts';

/** `openmat token` */
export function registerToken(program: Command): void {
  program
    .command('token')
    .argument('<email>', 'address of the account')
    .summary('print an access token of a user (not in production)')
    .description(
      'Prints an access token of an account, good for ten minutes, to try the API with. Refused in production.',
    )
    .addHelpText(
      'after',
      '\nExample:\n  $ curl -H "Authorization: Bearer $(npx openmat token member@openmat.local)" localhost:4000/api/v1/me\n',
    )
    .action((email: string) => runCommand(() => printToken(email)));
}

async function printToken(email: string): Promise<number> {
  if (process.env.NODE_ENV === 'production')
    throw new UserError('Tokens are handed out only by a sign-in in production.');
  const { withOpenDatabase } = await import('../support/with-open-database.ts');
  const { readConfig } = await import('../../apps/server/src/config.ts');
  const { createAccessTokens, findUserByEmail } = await import('../../apps/server/src/modules/identity/index.ts');
  const user = await withOpenDatabase('token', (db) => findUserByEmail(db, email));
  if (!user) throw new UserError(`There is no account with the address ${email}.`);
  // The secret is all that is wanted of it; the database was found above.
  const { accessTokenSecret } = readConfig({ DATABASE_URL: 'postgres://unused', ...process.env });
  const { id: userId, role } = user;
  console.log(createAccessTokens(accessTokenSecret).sign({ userId, role, familyId: randomUUID() }));
  return 0;
}
