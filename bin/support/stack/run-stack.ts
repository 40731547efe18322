import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { inspect } from 'node:util';
import { type DataDirLock, lockDataDir } from '../data-dir-lock.ts';
import { removePostgresData, stopLeftoverPostgres } from '../embedded-postgres.ts';
import { mailDirOf, type Settings, UserError } from '../settings.ts';
import { waitForStopRequest } from '../stop-request.ts';
import { checkPorts } from './check-ports.ts';
import type { Mode } from './services.ts';
import { ComponentFailure, Stack } from './stack.ts';
import { logDirOf, postgresDirOf, stackSteps } from './stack-steps.ts';
import { startTasks } from './start-tasks.ts';

const DEMO_ACCOUNTS = 'admin@openmat.local, staff@openmat.local or member@openmat.local';

interface RunOptions {
  command: string;
  settings: Settings;
  mode: Mode;
  /** Begins with an empty database. */
  fresh: boolean;
}

/**
 * Starts everything, keeps it running until somebody ends it, and ends it in order.
 *
 * @returns the exit code: 0 after an orderly end, 130 when the start was interrupted, 1 when something failed
 */
export async function runStack(options: RunOptions): Promise<number> {
  const { command, settings, mode, fresh } = options;
  const stopRequest = waitForStopRequest();
  const lock = await lockDataDir(settings.dataDir, command);
  const stack = new Stack(lock.addChild);
  try {
    await mkdir(logDirOf(settings), { recursive: true });
    // Before the ports are looked at: it would hold one.
    if (!settings.databaseUrl) await stopLeftoverPostgres(postgresDirOf(settings));
    await checkPorts(settings);
    if (fresh) await startOver(settings);
    const steps = stackSteps({ settings, stack, mode });
    const start = startTasks(steps, settings, mode).run();
    const fall = stack.failed.then((failure) => Promise.reject(failure));
    const outcome = await Promise.race([start.then(() => 'ready'), stopRequest, fall]);
    if (outcome !== 'ready') return 130;
    console.log(summarize(settings, (await steps.findAccounts()) === 'demo'));
    return await keepRunning(stack, stopRequest);
  } catch (error) {
    console.error(`\n${describe(error)}`);
    return 1;
  } finally {
    await end(stack, lock);
  }
}

async function keepRunning(stack: Stack, stopRequest: Promise<string>): Promise<number> {
  const failure = await Promise.race([stack.failed, stopRequest.then(() => undefined)]);
  if (!failure) return 0;
  console.error(`\n${failure.report}`);
  return 1;
}

function describe(error: unknown): string {
  if (error instanceof ComponentFailure) return error.report;
  return error instanceof UserError ? error.message : inspect(error);
}

async function end(stack: Stack, lock: DataDirLock): Promise<void> {
  if (stack.hasStarted) console.log('\nStopping …');
  await lock.announceEnd();
  await stack.stop();
  await lock.release();
  if (stack.hasStarted) console.log('Stopped.');
}

async function startOver(settings: Settings): Promise<void> {
  if (settings.databaseUrl) {
    throw new UserError(
      '`--fresh` only empties the embedded database. Unset DATABASE_URL, or empty that one yourself.',
    );
  }
  await removePostgresData(postgresDirOf(settings));
  // What the emulator remembers belongs to the payments that are gone now, and the mails to the members.
  await rm(join(settings.dataDir, 'stripe-emulator.json'), { force: true });
  await rm(mailDirOf(settings), { recursive: true, force: true });
}

function summarize(settings: Settings, hasDemoAccounts: boolean): string {
  const { ports, databaseUrl, stripeSecretKey, smtpUrl, demoPassword } = settings;
  const rows = [
    ['Web app', `http://localhost:${ports.web}`],
    ['API', `http://localhost:${ports.api}/api/v1, its docs /api/docs`],
    ['Stripe', stripeSecretKey ? 'stripe.com' : `http://localhost:${ports.stripe} (emulator)`],
    ['Mail', smtpUrl ? 'sent through the server of OPENMAT_SMTP_URL' : `http://localhost:${ports.mail} (inbox)`],
    ['PostgreSQL', databaseUrl ? 'the one of DATABASE_URL' : `127.0.0.1:${ports.postgres}`],
    ['Logs', `${relative(process.cwd(), logDirOf(settings))}/`],
    ...(hasDemoAccounts ? [['Sign in as', `${DEMO_ACCOUNTS}, password ${demoPassword}`]] : []),
  ];
  const lines = rows.map(([title = '', text = '']) => `  ${title.padEnd(12)}${text}`);
  return ['', 'Openmat is running. Ctrl-C ends it.', '', ...lines].join('\n');
}
