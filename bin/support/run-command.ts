import { UserError } from './settings.ts';

/** Runs a command's action; what the user can mend is told in its own words, without a stack trace. */
export async function runCommand(action: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await action();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
