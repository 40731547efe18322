import { join } from 'node:path';
import { startPostgres } from '../embedded-postgres.ts';
import { ownDatabaseUrls, type Settings, UserError } from '../settings.ts';
import { findAccounts, loadDemoData } from './demo-data.ts';
import { startProcess } from './managed-process.ts';
import { type Mode, serviceSpecs } from './services.ts';
import type { Component, Stack } from './stack.ts';
import { buildWeb, isWebBuilt } from './web-build.ts';

/** Everything the steps of a start share. */
export interface StackContext {
  settings: Settings;
  stack: Stack;
  mode: Mode;
  /** Of the embedded server, e.g. `fsync`. */
  postgresSettings?: Readonly<Record<string, string>>;
  /** For our programs, on top of this process's environment. */
  env?: NodeJS.ProcessEnv;
}

export const logDirOf = (settings: Settings) => join(settings.dataDir, 'logs');
export const postgresDirOf = (settings: Settings) => join(settings.dataDir, 'postgres');

/** The steps of a start. Each may run once what it needs has: the database before all else, the build before the web app. */
export function stackSteps({ settings, stack, mode, postgresSettings, env }: StackContext) {
  const logDir = logDirOf(settings);
  let urls = ownDatabaseUrls(settings);
  const ownerUrl = () => urls?.url ?? '';
  const startService = (name: keyof ReturnType<typeof serviceSpecs>) =>
    stack.start<Component>((context) => {
      if (!urls) throw new Error(`The database must be started before ${name}.`);
      const { ports, dataDir } = settings;
      const options = { ports, dataDir, databaseUrl: urls.applicationUrl, logDir, mode };
      return startProcess(serviceSpecs({ ...options, ...(env && { env }) })[name], context);
    });

  return {
    startDatabase: async () => {
      const server = await stack.start(() => startEmbeddedPostgres(settings, postgresSettings));
      urls = server;
      return server;
    },
    migrate: async () => {
      const { migrateUp } = await import('../../../apps/server/src/platform/db/migrate.ts');
      return await stack
        .run(() => migrateUp(ownerUrl()))
        .catch((error: Error) => {
          if (!settings.databaseUrl) throw error;
          const variable = settings.migrationDatabaseUrl ? 'OPENMAT_MIGRATION_DATABASE_URL' : 'DATABASE_URL';
          throw new UserError(`The database of ${variable} cannot be migrated: ${error.message}`, { cause: error });
        });
    },
    findAccounts: () => findAccounts(ownerUrl()),
    loadDemoData: () => stack.run((context) => loadDemoData(ownerUrl(), join(logDir, 'seed.log'), context)),
    isWebBuilt,
    buildWeb: () => stack.run((context) => buildWeb(join(logDir, 'web-build.log'), context)),
    startStripe: () => startService('stripe'),
    startInbox: () => startService('inbox'),
    startApi: () => startService('api'),
    startWorker: () => startService('worker'),
    startWeb: () => startService('web'),
  };
}

export type StackSteps = ReturnType<typeof stackSteps>;

async function startEmbeddedPostgres(settings: Settings, postgresSettings: StackContext['postgresSettings']) {
  const server = await startPostgres({
    dataDir: postgresDirOf(settings),
    port: settings.ports.postgres,
    logFile: join(logDirOf(settings), 'postgres.log'),
    ...(postgresSettings && { settings: postgresSettings }),
  });
  return { title: 'PostgreSQL', ...server };
}
