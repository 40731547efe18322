import { type RawBuilder, sql } from 'kysely';
import { createPasswordHasher } from '#modules/identity/index.ts';
import { openDatabase, type Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';

export interface LoadMembers {
  databaseUrl: string;
  /** How many there are to be: `load-1@openmat.local` and so on. */
  count: number;
  /** One for all; hashed once. */
  password: string;
}

/**
 * Adds members for load tests, each with an unlimited ticket for a year. Who is there already stays, and gets a ticket only
 * if the former one has run out; so it can be repeated, also with another count.
 *
 * @returns how many members were added
 */
export async function addLoadMembers({ databaseUrl: url, count, password }: LoadMembers): Promise<number> {
  const passwordHash = await createPasswordHasher().hash(password);
  const { db } = openDatabase({ url, size: 1, applicationName: 'openmat-demo', log: { warn: () => {} } });
  try {
    return await inTransaction(db, (tx) => addMissing(tx, count, passwordHash));
  } finally {
    await db.destroy();
  }
}

async function addMissing(tx: Tx, count: number, passwordHash: string): Promise<number> {
  const { rows } = await sql`
      insert into users (email, name, password_hash, email_verified_at)
      select ${email(sql`n`)}, 'Load ' || n, ${passwordHash}, now() from generate_series(1, ${count}::integer) n
      on conflict (email) do nothing
      returning id`.execute(tx);
  await sql`
      with new_tickets as (
        insert into tickets (user_id, name, unlimited, valid_from, valid_until)
        select u.id, 'Load test', true, now() - interval '1 day', now() + interval '365 days'
        from generate_series(1, ${count}::integer) n join users u on u.email = ${email(sql`n`)}
        where not exists (
          select from tickets t
          where t.user_id = u.id and t.unlimited and t.state = 'active' and t.valid_until > now() + interval '60 days')
        returning id
      )
      insert into ticket_ledger (ticket_id, kind, entries, reason) select id, 'grant', 0, 'load test' from new_tickets`.execute(
    tx,
  );
  return rows.length;
}

function email(number: RawBuilder<unknown>) {
  return sql`('load-' || ${number} || '@openmat.local')::citext`;
}
