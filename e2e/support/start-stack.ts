import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removePostgresData } from '../../bin/support/embedded-postgres.ts';
import { findFreePort } from '../../bin/support/free-port.ts';
import { type PortName, portSettings, readSettings, type Settings } from '../../bin/support/settings.ts';
import { ComponentFailure, Stack } from '../../bin/support/stack/stack.ts';
import { logDirOf, postgresDirOf, stackSteps } from '../../bin/support/stack/stack-steps.ts';

/** The addresses of a stack of our own. */
export interface TestStack {
  webUrl: string;
  apiUrl: string;
  stripeUrl: string;
  /** The inbox that holds every mail that was sent. */
  inboxUrl: string;
  databaseUrl: string;
  /** Where each program writes its log. */
  logDir: string;
  stop(): Promise<void>;
}

/** Starts what `openmat up` starts, with free ports and an empty database in a temporary folder. */
export async function startStack(): Promise<TestStack> {
  forgetOwnSettings();
  const dataDir = await mkdtemp(join(tmpdir(), 'openmat-e2e-'));
  const settings = { ...readSettings({}), dataDir, ports: await freePorts() };
  await mkdir(logDirOf(settings));
  const stack = new Stack(async () => {});
  const stop = async () => {
    await stack.stop();
    await removePostgresData(postgresDirOf(settings));
    await rm(dataDir, { recursive: true });
  };
  try {
    const databaseUrl = await startAll(settings, stack);
    const { web, api, stripe, mail } = settings.ports;
    return {
      webUrl: `http://localhost:${web}`,
      apiUrl: `http://127.0.0.1:${api}`,
      stripeUrl: `http://127.0.0.1:${stripe}`,
      inboxUrl: `http://127.0.0.1:${mail}`,
      databaseUrl,
      logDir: logDirOf(settings),
      stop,
    };
  } catch (error) {
    await stop();
    throw error instanceof ComponentFailure ? new Error(error.report) : error;
  }
}

/** A developer's own settings, a Stripe key above all, must not reach the tests; the programs inherit this environment. */
function forgetOwnSettings(): void {
  const own = Object.keys(process.env).filter((name) => /^(OPENMAT|STRIPE)_|^DATABASE_URL$/.test(name));
  for (const name of own) delete process.env[name];
}

async function startAll(settings: Settings, stack: Stack): Promise<string> {
  const steps = stackSteps({
    settings,
    stack,
    mode: 'built',
    postgresSettings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' },
    env: { OPENMAT_RATE_LIMITS: 'off', OPENMAT_WEB_URL: `http://localhost:${settings.ports.web}` },
  });
  const build = async () => {
    if (!(await steps.isWebBuilt())) await steps.buildWeb();
  };
  const database = async () => {
    const { url } = await steps.startDatabase();
    await steps.migrate();
    return url;
  };
  const [url] = await Promise.all([database(), build()]);
  await Promise.all([steps.startStripe(), steps.startInbox(), steps.startApi(), steps.startWorker()]);
  await steps.startWeb();
  return url;
}

async function freePorts(): Promise<Settings['ports']> {
  const names = Object.keys(portSettings) as PortName[];
  const ports = await Promise.all(names.map(async (name) => [name, await findFreePort()] as const));
  return Object.fromEntries(ports) as Settings['ports'];
}
