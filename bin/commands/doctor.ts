import type { Command } from 'commander';
import { runCommand } from '../support/run-command.ts';
import { readSettings } from '../support/settings.ts';

interface DoctorOptions {
  json: boolean;
}

/** `openmat doctor` */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .summary('is everything all right here?')
    .description(
      'Looks at settings, database, job queue, Stripe and e-mail, and checks every invariant of the data. Changes nothing, and may\n' +
        'be run while members book. Exit code 1 when something has to be mended.',
    )
    .option('--json', 'for machines', false)
    .addHelpText('after', '\nExample:\n  $ npx openmat doctor\n')
    .action((options: DoctorOptions) => runCommand(() => diagnose(options)));
}

async function diagnose({ json }: DoctorOptions): Promise<number> {
  const { withDatabase } = await import('../support/with-database.ts');
  const { examine, formatFindings, isHealthy } = await import('../../apps/server/src/doctor/index.ts');
  const findings = await withDatabase(readSettings(process.env), 'doctor', ({ url, applicationUrl }) =>
    examine({ ...process.env, DATABASE_URL: applicationUrl }, url),
  );
  const healthy = isHealthy(findings);
  console.log(json ? JSON.stringify({ healthy, findings }, null, 2) : formatFindings(findings));
  return healthy ? 0 : 1;
}
