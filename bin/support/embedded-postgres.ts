import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, open, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { APPLICATION_ROLE } from '../../apps/server/src/platform/db/grant-application-role.ts';
import { findFreePort } from './free-port.ts';
import { ensureApplicationRole } from './postgres/ensure-application-role.ts';
import { chooseAccount, type PostgresAccount } from './postgres/postgres-account.ts';
import { findInstallation } from './postgres/postgres-binaries.ts';
import {
  type ClusterPasswords,
  type PostgresCluster,
  prepareCluster,
  readPasswords,
  SUPERUSER,
} from './postgres/postgres-cluster.ts';
import { readRunningServer, stopLeftoverServer } from './postgres/running-server.ts';
import { type DatabaseUrls, UserError } from './settings.ts';
import { spawnGuarded } from './spawn-guarded.ts';
import { tailFile } from './tail-file.ts';
import { waitUntil } from './wait-until.ts';

const DATABASE = 'openmat';
const START_TIMEOUT_MS = 60_000;
const FAST_STOP_TIMEOUT_MS = 20_000;

export interface StartPostgresOptions {
  /** Folder of this server alone. The caller must own it: a server left running there by a killed process is ended. */
  dataDir: string;
  /** 0 (the default) takes a free one. */
  port?: number;
  /** Server settings, e.g. `{ fsync: 'off' }` for throw-away data. */
  settings?: Readonly<Record<string, string>>;
  /** Default: `postgres.log` in `dataDir`. Begun anew at each start. */
  logFile?: string;
}

/** Its URLs lead to the database `openmat`, which exists; the owner is the superuser. */
export interface EmbeddedPostgres extends DatabaseUrls {
  port: number;
  pid: number;
  logFile: string;
  /** Settles when the server has ended, whoever ended it, with how. */
  exited: Promise<string>;
  /** Ends open connections, flushes, and returns when the server is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL 18 server of its own on 127.0.0.1, as an ordinary user or as root, and creates its data on first use.
 * It outlives neither `stop()` nor this process, however that dies.
 */
export async function startPostgres(options: StartPostgresOptions): Promise<EmbeddedPostgres> {
  const account = await chooseAccount(resolve(options.dataDir), await findInstallation());
  await stopLeftoverServer(join(account.dataDir, 'cluster'));
  const cluster = await prepareCluster(account);
  const port = options.port || (await findFreePort());
  const logFile = options.logFile ?? join(account.dataDir, 'postgres.log');

  const child = await spawnServer(account, cluster, port, options.settings ?? {}, logFile);
  const { pid } = child;
  if (pid === undefined) throw new UserError(`PostgreSQL could not be started: ${(await once(child, 'error'))[0]}`);
  const exited = new Promise<string>((settle) => {
    child.once('exit', (code, signal) => {
      settle(signal ? `was ended by ${signal}` : `exited with code ${code}`);
    });
  });
  const stop = () => stopServer(child, exited);
  try {
    await waitUntilReady(child, cluster, logFile);
    const { owner, application } = cluster.passwords;
    await ensureDatabase(urlOf(SUPERUSER, owner, port, 'postgres'));
    await ensureApplicationRole(urlOf(SUPERUSER, owner, port), application);
    return { ...urlsOf(cluster.passwords, port), port, pid, logFile, exited, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The URLs of the server that runs on this folder now, started by whichever process; undefined when none does. */
export async function findRunningPostgres(dataDir: string): Promise<DatabaseUrls | undefined> {
  const account = await chooseAccount(resolve(dataDir), await findInstallation());
  const running = await readRunningServer(join(account.dataDir, 'cluster'));
  if (!running?.isReady) return undefined;
  return urlsOf(await readPasswords(account), running.port);
}

/** Ends a server that a killed process left running on this folder. */
export async function stopLeftoverPostgres(dataDir: string): Promise<void> {
  const account = await chooseAccount(resolve(dataDir), await findInstallation());
  await stopLeftoverServer(join(account.dataDir, 'cluster'));
}

/** Deletes every database of this folder, which the caller must own. */
export async function removePostgresData(dataDir: string): Promise<void> {
  const account = await chooseAccount(resolve(dataDir), await findInstallation());
  await stopLeftoverServer(join(account.dataDir, 'cluster'));
  await rm(account.dataDir, { recursive: true, force: true });
}

async function spawnServer(
  account: PostgresAccount,
  cluster: PostgresCluster,
  port: number,
  settings: Readonly<Record<string, string>>,
  logFile: string,
): Promise<ChildProcess> {
  const statements = join(account.installation.root, 'lib/postgresql/pg_stat_statements.so');
  const hasStatements = await access(statements).then(
    () => true,
    () => false,
  );
  const effective = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...(hasStatements && { shared_preload_libraries: 'pg_stat_statements' }),
    ...settings,
    port: String(port),
  };
  const flags = Object.entries(effective).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const binary = join(account.installation.root, 'bin/postgres');
  const log = await open(logFile, 'w', 0o600);
  try {
    return spawnGuarded([...account.prefix, binary, '-D', cluster.path, ...flags], {
      ...account.identity,
      cwd: '/',
      // Straight into the file: a pipe to this process would break when this process dies first.
      output: log.fd,
      endSignal: 'INT',
    });
  } finally {
    await log.close();
  }
}

async function waitUntilReady(child: ChildProcess, cluster: PostgresCluster, logFile: string): Promise<void> {
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const isReady = await waitUntil(
    async () => {
      const running = await readRunningServer(cluster.path);
      return hasEnded() || (running?.pid === child.pid && running?.isReady === true);
    },
    { timeoutMs: START_TIMEOUT_MS, intervalMs: 15 },
  );
  if (isReady && !hasEnded()) return;
  const reason = hasEnded() ? 'ended while starting' : `was not ready within ${START_TIMEOUT_MS / 1000} s`;
  throw new UserError(`PostgreSQL ${reason}. Its log, ${logFile}, ends with:\n${await tailFile(logFile)}`);
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const existing = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (existing.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function stopServer(child: ChildProcess, exited: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // SIGINT is PostgreSQL's fast shutdown; SIGQUIT gives up on flushing, recovery at the next start makes up for it.
  child.kill('SIGINT');
  const forced = setTimeout(() => child.kill('SIGQUIT'), FAST_STOP_TIMEOUT_MS);
  await exited;
  clearTimeout(forced);
}

function urlsOf({ owner, application }: ClusterPasswords, port: number): DatabaseUrls {
  const url = urlOf(SUPERUSER, owner, port);
  return { url, applicationUrl: application === undefined ? url : urlOf(APPLICATION_ROLE, application, port) };
}

function urlOf(role: string, password: string, port: number, database = DATABASE): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}
