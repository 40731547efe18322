import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import type { DB } from './db-types.generated.ts';
import { temporalTypes } from './temporal-types.ts';

/** A pool of connections; for reads and for opening transactions. */
export type Database = Kysely<DB>;

/** An open transaction. A `Database` does not satisfy it, so a use case cannot forget to open one. */
export type Tx = Transaction<DB>;

export interface DatabaseOptions {
  url: string;
  /** Connections at most. */
  size: number;
  log: Pick<Logger, 'warn'>;
  applicationName?: string;
  /**
   * Statements of one connection are sent without waiting for the answers before them: for work that has many at hand and
   * awaits them together. Without it they take turns.
   */
  pipeline?: boolean;
}

/**
 * Connection settings shared by every connection of ours.
 *
 * A wait for a lock ends after 2 s (answered as `busy`), a statement after 15 s, an abandoned transaction after 30 s:
 * nothing of ours may hold up others without limit.
 */
export function connectionConfig(url: string, applicationName = 'openmat'): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: applicationName,
    types: temporalTypes,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    options:
      '-c lock_timeout=2000 -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000 -c timezone=UTC',
  };
}

/** Opens a pool that survives a restart of the database server. */
export function openDatabase(options: DatabaseOptions): { db: Database; pool: pg.Pool } {
  const pool = new pg.Pool({
    ...connectionConfig(options.url, options.applicationName),
    max: options.size,
    pipeline: options.pipeline ?? false,
  });
  // Without both listeners a database restart is an uncaught 'error' and ends the process: the pool's covers idle
  // clients, the client's those that are checked out.
  const warn = (error: Error) => options.log.warn({ err: error }, 'database connection lost');
  pool.on('error', warn);
  pool.on('connect', (client) => client.on('error', warn));
  return {
    db: new Kysely<DB>({
      dialect: new PostgresDialect({ pool }),
      // Keys inside jsonb are data, not column names.
      plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    }),
    pool,
  };
}
