import { readdir } from 'node:fs/promises';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { grantApplicationRole } from './grant-application-role.ts';

const MIGRATIONS = new URL('../../../migrations', import.meta.url).pathname;
const TABLE = 'schema_migrations';

export interface MigrationStatus {
  applied: string[];
  pending: string[];
}

/**
 * Brings the database to the newest schema, or `count` migrations further, and the job queue's to its newest; then says
 * anew what the application's role may do. Running it twice, or from two processes, is safe (an advisory lock serialises
 * them).
 *
 * @param databaseUrl of the role that owns the tables
 * @returns the names of the migrations that were applied now
 */
export async function migrateUp(databaseUrl: string, count = Number.POSITIVE_INFINITY): Promise<string[]> {
  const applied = await run(databaseUrl, 'up', count);
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ graceful: false });
  await grantApplicationRole(databaseUrl);
  return applied;
}

/** Takes back the newest `count` migrations. */
export function migrateDown(databaseUrl: string, count = 1): Promise<string[]> {
  return run(databaseUrl, 'down', count);
}

/** Which migrations are applied and which are not; changes nothing, and whoever may read the tables may ask. */
export async function migrationStatus(databaseUrl: string): Promise<MigrationStatus> {
  const names = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql')).map((file) => file.slice(0, -4));
  const applied = await appliedMigrations(databaseUrl);
  return { applied, pending: names.filter((name) => !applied.includes(name)).sort() };
}

async function appliedMigrations(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const exists = await client.query(`select to_regclass($1) is not null as yes`, [TABLE]);
    if (!exists.rows[0].yes) return [];
    const { rows } = await client.query<{ name: string }>(`select name from ${TABLE} order by id`);
    return rows.map((row) => row.name);
  } finally {
    await client.end();
  }
}

async function run(databaseUrl: string, direction: 'up' | 'down', count: number): Promise<string[]> {
  const done = await runner({
    databaseUrl,
    dir: MIGRATIONS,
    migrationsTable: TABLE,
    direction,
    count,
    singleTransaction: true,
    advisoryLockMode: 'wait',
    log: () => {},
  });
  return done.map((migration) => migration.name);
}
