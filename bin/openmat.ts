import { Command } from 'commander';
import { registerCheck } from './commands/check.ts';
import { registerDev } from './commands/dev.ts';
import { registerUp } from './commands/up.ts';

const program = new Command('openmat')
  .description('Openmat, the booking platform for group fitness studios')
  .showHelpAfterError();

registerUp(program);
registerDev(program);
registerCheck(program);

await program.parseAsync();
