import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import closeWithGrace from 'close-with-grace';
import { findStudio } from '#modules/schedule/index.ts';
import { buildApp } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { registeredJobs } from './jobs.ts';
import { createLogger } from './platform/log.ts';
import { openServices, type Services } from './services.ts';
import { buildWorkerApp } from './worker-app.ts';

/** Requests and jobs under way get this long to end before the process does. */
const DRAIN_MS = 15_000;

type Role = 'api' | 'worker';

// Started through `openmat` the environment is complete already; started directly, .env of the working folder counts.
if (existsSync('.env')) process.loadEnvFile('.env');
const role = readRole();
const config = readConfigOrExit();
const log = createLogger(config.logLevel);
const services = await openServices(config, log, role);
const stop = role === 'api' ? await serve(services) : await work(services);

const grace = closeWithGrace({ delay: DRAIN_MS, logger: log }, async ({ err }) => {
  if (err) log.fatal({ err }, 'stopping after an error');
  await stop();
  await services.close();
});
// The parent went away without a signal (killed): nothing should be left running.
process.once('disconnect', () => grace.close());
process.send?.({ type: 'ready' });
log.info({ role }, 'ready');

async function serve(open: Services): Promise<() => Promise<void>> {
  const app = await buildApp(open);
  await app.listen({ host: config.apiHost, port: config.apiPort, backlog: 4_096 });
  return () => app.close();
}

async function work(open: Services): Promise<() => Promise<void>> {
  const { timeZone } = await findStudio(open.db);
  await open.jobs.work(registeredJobs(open), timeZone);
  const app = await buildWorkerApp(open);
  if (config.workerPort !== null) await app.listen({ host: config.apiHost, port: config.workerPort });
  return async () => {
    // Before anything else closes: running jobs need it until they are done.
    await open.jobs.stop();
    await app.close();
  };
}

function readRole(): Role {
  const { values } = parseArgs({ options: { role: { type: 'string', default: 'api' } } });
  if (values.role === 'api' || values.role === 'worker') return values.role;
  return exitWith(`--role "${values.role}" is not valid: expected api or worker`);
}

function readConfigOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) return exitWith(error.message);
    throw error;
  }
}

function exitWith(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
