import { Command } from 'commander';
import { registerCheck } from './commands/check.ts';

const program = new Command('openmat')
  .description('Openmat, the booking platform for group fitness studios')
  .showHelpAfterError();

registerCheck(program);

await program.parseAsync();
