import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { registerAdmin } from './commands/admin.ts';
import { registerBench } from './commands/bench.ts';
import { registerCheck } from './commands/check.ts';
import { registerDev } from './commands/dev.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerMigrate } from './commands/migrate.ts';
import { registerSeed } from './commands/seed.ts';
import { registerTest } from './commands/test.ts';
import { registerToken } from './commands/token.ts';
import { registerUp } from './commands/up.ts';
import { projectRoot } from './support/project.ts';

const environmentFile = join(projectRoot, '.env');

// Settings of this machine; what the environment says already wins.
if (existsSync(environmentFile)) process.loadEnvFile(environmentFile);

const program = new Command('openmat')
  .description('Openmat, the booking platform for group fitness studios')
  .showHelpAfterError();

registerUp(program);
registerDev(program);
registerMigrate(program);
registerSeed(program);
registerDoctor(program);
registerAdmin(program);
registerToken(program);
registerCheck(program);
registerTest(program);
registerBench(program);

await program.parseAsync();
