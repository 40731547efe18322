import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** A database of its own, for tests that need real commits. */
export interface TestDatabase {
  name: string;
  /** As API and worker connect, so that every test proves that their privileges suffice. */
  url: string;
  /** As the owner of the tables (and superuser), for what the application must not do. */
  ownerUrl: string;
  /** Runs a statement that the application may not, such as `analyze`. */
  asOwner(statement: string): Promise<void>;
  drop(): Promise<void>;
}

/** Clones the migrated template (about 50 ms). */
export function cloneDatabase(): Promise<TestDatabase> {
  return createDatabase(inject('testDatabase').template);
}

/** A database without a schema, to migrate as its owner. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template0');
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const { url, ownerUrl } = inject('testDatabase');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(ownerUrl, `create database ${name} template ${template}`);
  return {
    name,
    url: databaseAt(url, name),
    ownerUrl: databaseAt(ownerUrl, name),
    asOwner: (statement) => onServer(databaseAt(ownerUrl, name), statement),
    drop: () => onServer(ownerUrl, `drop database ${name} with (force)`),
  };
}

const databaseAt = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
