import pg from 'pg';
import { connectionConfig } from '#platform/db/database.ts';
import type { Finding } from '../finding.ts';

const subject = 'Database role';

interface Standing {
  role: string;
  superuser: boolean;
  /** Tables of history that the role owns, or can become the owner of. */
  owned: string[];
  /** Tables of history whose rows the role may change or delete. */
  changeable: string[];
  /** Tables that the role cannot use at all. */
  closed: string[];
}

// Tables of history are those whose trigger calls refuse_change().
const STANDING = `
  with ours as (
    select c.oid, c.relname::text as name, c.relowner,
      exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = to_regproc('refuse_change')) as is_history
    from pg_class c where c.relnamespace in ('public'::regnamespace, to_regnamespace('pgboss')) and c.relkind in ('r', 'p')
  )
  select current_user::text as role, (select rolsuper from pg_roles where rolname = current_user) as superuser,
    array(select name from ours where is_history and pg_has_role(relowner, 'member') order by name) as owned,
    array(select name from ours where is_history and has_table_privilege(oid, 'update, delete, truncate') order by name) as changeable,
    array(select name from ours where not has_table_privilege(oid, 'select') order by name) as closed`;

/** Whether API and worker connect as somebody who can do their work, but cannot rewrite history. */
export async function checkRole(databaseUrl: string): Promise<Finding> {
  const client = new pg.Client(connectionConfig(databaseUrl, 'openmat-doctor'));
  // A connection that is lost later tells the query that waits for it.
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<Standing>(STANDING);
    return judgeRole(rows[0] as Standing);
  } finally {
    await client.end();
  }
}

function judgeRole({ role, superuser, owned, changeable, closed }: Standing): Finding {
  if (closed.length > 0) {
    const message = `${role} may not read ${closed.join(', ')}; run \`openmat migrate up\` as the owner of the tables`;
    return { subject, level: 'error', message };
  }
  const reason = superuser
    ? 'is a superuser, whom no privilege binds'
    : owned.length > 0
      ? `owns ${owned.join(', ')}, and could take the protection away`
      : changeable.length > 0 && `may change ${changeable.join(', ')}`;
  if (!reason) return { subject, level: 'ok', message: `${role}, which can add to history but not change it` };
  return { subject, level: 'warning', message: `${role} ${reason}: see "Database roles" in docs/operations.md` };
}
