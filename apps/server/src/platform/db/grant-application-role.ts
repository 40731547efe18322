import pg from 'pg';

/** The role that API and worker connect with. Who creates it, and its password: docs/operations.md. */
export const APPLICATION_ROLE = 'openmat_app';

/** The one place that says what the application may do. What it is not given here, it cannot do. */
const GRANTS = `
  do $$ begin execute format('grant connect on database %I to ${APPLICATION_ROLE}', current_database()); end $$;
  revoke all on all tables in schema public, pgboss from ${APPLICATION_ROLE};
  grant usage on schema public, pgboss to ${APPLICATION_ROLE};
  grant usage on all sequences in schema public, pgboss to ${APPLICATION_ROLE};
  grant select, insert, update, delete on all tables in schema public, pgboss to ${APPLICATION_ROLE};
  revoke insert, update, delete on schema_migrations from ${APPLICATION_ROLE};`;

/** The trigger is what makes a table append-only; the privileges follow it, so that a new table of history is covered. */
const APPEND_ONLY = `
  select string_agg(distinct tgrelid::regclass::text, ', ') as tables from pg_trigger where tgfoid = to_regproc('refuse_change')`;

/**
 * Lets the application's role do its work on the schema as it is now, and nothing else: it owns nothing, so it can neither
 * disable a trigger nor give itself a privilege. Run by the owner of the tables after every migration; repeating it is safe.
 * A server without such a role stays as it is.
 */
export async function grantApplicationRole(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const isThere = `select from pg_roles where rolname = $1 and rolname <> current_user`;
    if ((await client.query(isThere, [APPLICATION_ROLE])).rowCount === 0) return;
    // In one transaction nobody sees more than they end with; the lock is there because two grants of one table cannot be
    // made side by side.
    await client.query(`begin; select pg_advisory_xact_lock(hashtext('openmat grants')); ${GRANTS}`);
    const { rows } = await client.query<{ tables: string | null }>(APPEND_ONLY);
    if (rows[0]?.tables) await client.query(`revoke update, delete on ${rows[0].tables} from ${APPLICATION_ROLE}`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
