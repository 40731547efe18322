import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateUp } from '../../../apps/server/src/platform/db/migrate.ts';
import { startThrowAwayPostgres } from './throw-away-postgres.ts';

export interface TestDatabase {
  /** A migrated database for tests that roll their transaction back. */
  url: string;
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
  const server = given ? { url: given, stop: async () => {} } : await startThrowAwayPostgres();
  try {
    const urlOf = (database: string) => Object.assign(new URL(server.url), { pathname: `/${database}` }).href;
    await execute(server.url, [dropDatabase(TEMPLATE), `create database ${TEMPLATE}`]);
    await migrateUp(urlOf(TEMPLATE));
    await execute(server.url, [dropDatabase(SHARED), `create database ${SHARED} template ${TEMPLATE}`]);
    project.provide('testDatabase', { url: urlOf(SHARED), template: TEMPLATE });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server.stop;
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
