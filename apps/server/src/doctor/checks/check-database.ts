import pg from 'pg';
import { connectionConfig } from '#platform/db/database.ts';
import { migrationStatus } from '#platform/db/migrate.ts';
import type { Finding } from '../finding.ts';

const OLDEST_MAJOR = 18;

/** Whether there is a PostgreSQL of ours to talk to, and how old it is. */
export async function checkServer(databaseUrl: string): Promise<Finding> {
  const subject = 'PostgreSQL';
  const client = new pg.Client(connectionConfig(databaseUrl, 'openmat-doctor'));
  // A connection that is lost later tells the query that waits for it.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string; version: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
    );
    const [server] = rows;
    const isNew = Math.floor(Number(server?.number) / 10_000) >= OLDEST_MAJOR;
    const message = `version ${server?.version}`;
    return isNew
      ? { subject, level: 'ok', message }
      : { subject, level: 'error', message: `${message} is too old: ${OLDEST_MAJOR} or newer is needed` };
  } catch (error) {
    return { subject, level: 'error', message: `cannot be reached: ${reasonOf(error)}` };
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether the schema is the one that these sources expect. */
export async function checkMigrations(databaseUrl: string): Promise<Finding> {
  const subject = 'Migrations';
  const { applied, pending } = await migrationStatus(databaseUrl);
  if (pending.length === 0) return { subject, level: 'ok', message: `all ${applied.length} applied` };
  return { subject, level: 'error', message: `not applied: ${pending.join(', ')}; run \`openmat migrate up\`` };
}

/** An error of the network may carry its reason only in its code, or in those it is made of. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
}
