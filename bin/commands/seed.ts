import { type Command, InvalidArgumentError } from 'commander';
import { runCommand } from '../support/run-command.ts';
import { readSettings, UserError } from '../support/settings.ts';

interface SeedOptions {
  load?: number;
}

/** `openmat seed` */
export function registerSeed(program: Command): void {
  program
    .command('seed')
    .summary('demo data, or members for load tests (not in production)')
    .description('Fills an empty database with a studio in the middle of its season. Refused in production.')
    .option('--load <count>', 'in place of that, make sure that this many members for load tests exist', parseCount)
    .addHelpText('after', '\nExamples:\n  $ npx openmat seed\n  $ npx openmat seed --load 10000\n')
    .action((options: SeedOptions) => runCommand(() => seed(options)));
}

async function seed({ load }: SeedOptions): Promise<number> {
  if (process.env.NODE_ENV === 'production') throw new UserError('There is no demo data in production.');
  const settings = readSettings(process.env);
  const { demoPassword: password } = settings;
  const { withDatabase } = await import('../support/with-database.ts');
  const { migrateUp } = await import('../../apps/server/src/platform/db/migrate.ts');
  const message = await withDatabase(settings, 'seed', async ({ url: databaseUrl }) => {
    await migrateUp(databaseUrl);
    return load === undefined
      ? await seedStudio(databaseUrl, password)
      : await seedMembers(databaseUrl, password, load);
  });
  console.log(message);
  return 0;
}

async function seedStudio(databaseUrl: string, password: string): Promise<string> {
  const { seedDemo } = await import('../../apps/server/src/demo/index.ts');
  return (await seedDemo({ databaseUrl, password }))
    ? `The demo studio is open. Sign in as admin@, staff@ or member@openmat.local, password ${password}`
    : 'The database is not empty, so nothing was changed. `npm start -- --fresh` starts over.';
}

async function seedMembers(databaseUrl: string, password: string, count: number): Promise<string> {
  const { addLoadMembers } = await import('../../apps/server/src/demo/index.ts');
  const added = await addLoadMembers({ databaseUrl, password, count });
  return `load-1@openmat.local to load-${count}@openmat.local are there, ${added} of them new. Password ${password}`;
}

function parseCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0 && count <= 1_000_000) return count;
  throw new InvalidArgumentError('Expected a whole number from 1 to 1000000.');
}
