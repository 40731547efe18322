import { type Command, InvalidArgumentError } from 'commander';
import { runCommand } from '../support/run-command.ts';
import { readSettings } from '../support/settings.ts';

type Migrate = typeof import('../../apps/server/src/platform/db/migrate.ts');

/** `openmat migrate` */
export function registerMigrate(program: Command): void {
  const migrate = program
    .command('migrate')
    .summary('bring the database to another schema')
    .description(
      'Applies migrations to OPENMAT_MIGRATION_DATABASE_URL, to DATABASE_URL, or else to the embedded database.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ openmat migrate status\n  $ openmat migrate up\n  $ openmat migrate down 2\n',
    );

  migrate
    .command('up')
    .description('apply all that are not applied yet')
    .action(() => run('migrate up', async ({ migrateUp }, url) => report('Applied', await migrateUp(url))));
  migrate
    .command('down')
    .description('take back the newest')
    .argument('[count]', 'how many', parseCount, 1)
    .action((count: number) =>
      run('migrate down', async ({ migrateDown }, url) => report('Took back', await migrateDown(url, count))),
    );
  migrate
    .command('status')
    .description('which are applied and which are not')
    .action(() =>
      run('migrate status', async ({ migrationStatus }, url) => {
        const { applied, pending } = await migrationStatus(url);
        for (const name of applied) console.log(`applied  ${name}`);
        for (const name of pending) console.log(`pending  ${name}`);
      }),
    );
}

function run(command: string, action: (migrate: Migrate, databaseUrl: string) => Promise<void>): Promise<void> {
  return runCommand(async () => {
    const settings = readSettings(process.env);
    const { withDatabase } = await import('../support/with-database.ts');
    const migrate = await import('../../apps/server/src/platform/db/migrate.ts');
    await withDatabase(settings, command, ({ url }) => action(migrate, url));
    return 0;
  });
}

function parseCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('Expected a whole number above 0.');
}

function report(what: string, names: readonly string[]): void {
  if (names.length === 0) console.log('Nothing to do.');
  for (const name of names) console.log(`${what} ${name}`);
}
