import pg from 'pg';
import { APPLICATION_ROLE } from '../../../apps/server/src/platform/db/grant-application-role.ts';
import { scramVerifier } from './scram-verifier.ts';

/**
 * Makes sure that the role of API and worker exists on a server and has this password. What it may do in a database is
 * granted by the migrations of that database.
 *
 * @param url a superuser's
 */
export async function ensureApplicationRole(url: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const existing = await client.query('select from pg_roles where rolname = $1', [APPLICATION_ROLE]);
    if (existing.rowCount === 0) await client.query(`create role ${APPLICATION_ROLE}`);
    const verifier = client.escapeLiteral(scramVerifier(password));
    await client.query(
      `alter role ${APPLICATION_ROLE} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${verifier}`,
    );
  } finally {
    await client.end();
  }
}
