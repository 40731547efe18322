import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { APPLICATION_ROLE } from '../../../apps/server/src/platform/db/grant-application-role.ts';
import { migrateUp } from '../../../apps/server/src/platform/db/migrate.ts';
import { ensureApplicationRole } from '../postgres/ensure-application-role.ts';
import { startThrowAwayPostgres } from './throw-away-postgres.ts';

export interface TestDatabase {
  /** A migrated database, as API and worker connect. */
  url: string;
  /** The same as its owner, a superuser. */
  ownerUrl: string;
  /** Name of a migrated database on the same server, to clone with `create database … template`. Never connect to it. */
  template: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabase: TestDatabase;
  }
}

const TEMPLATE = 'openmat_template';
const SHARED = 'openmat_test';

/** One PostgreSQL for the whole run: its own, or the one of `OPENMAT_TEST_DATABASE_URL` (a superuser's). */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.OPENMAT_TEST_DATABASE_URL;
  const server = given ? await useGivenServer(given) : await startThrowAwayPostgres();
  try {
    const databaseAt = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
    await execute(server.url, [dropDatabase(TEMPLATE), `create database ${TEMPLATE}`]);
    await migrateUp(databaseAt(server.url, TEMPLATE));
    await execute(server.url, [dropDatabase(SHARED), `create database ${SHARED} template ${TEMPLATE}`]);
    const [url, ownerUrl] = [databaseAt(server.applicationUrl, SHARED), databaseAt(server.url, SHARED)];
    project.provide('testDatabase', { url, ownerUrl, template: TEMPLATE });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server.stop;
}

async function useGivenServer(url: string) {
  const password = randomBytes(24).toString('base64url');
  await ensureApplicationRole(url, password);
  const applicationUrl = Object.assign(new URL(url), { username: APPLICATION_ROLE, password }).href;
  return { url, applicationUrl, stop: async () => {} };
}

const dropDatabase = (name: string) => `drop database if exists ${name} with (force)`;

async function execute(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
