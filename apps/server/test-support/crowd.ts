import { sql } from 'kysely';
import { createAccessTokens } from '../src/modules/identity/index.ts';
import type { Database } from '../src/platform/db/database.ts';
import { testConfig } from './test-api.ts';

/** A member of a crowd, ready to send requests. */
export interface CrowdMember {
  id: string;
  token: string;
}

/** Makes `count` members, each with a ticket of `entries` (null: unlimited), in two statements. */
export async function gatherCrowd(
  db: Database,
  databaseUrl: string,
  count: number,
  entries: number | null,
): Promise<CrowdMember[]> {
  const users = await sql<{ id: string }>`
    insert into users (email, password_hash, name)
    select gen_random_uuid() || '@example.org', 'unusable', 'Member ' || n from generate_series(1, ${count}::int) n
    returning id`.execute(db);
  const ids = users.rows.map((row) => row.id);
  await sql`
    with granted as (
      insert into tickets (user_id, name, unlimited, entries_left, valid_from, valid_until)
      select id, 'Ticket', ${entries}::int is null, ${entries}::int, now() - interval '1 day', now() + interval '90 days'
      from unnest(${ids}::uuid[]) id
      returning id
    )
    insert into ticket_ledger (ticket_id, kind, entries) select id, 'grant', coalesce(${entries}::int, 0) from granted`.execute(
    db,
  );
  const tokens = createAccessTokens(testConfig(databaseUrl).accessTokenSecret);
  return ids.map((id) => ({ id, token: tokens.sign({ userId: id, role: 'member', familyId: id }) }));
}

/** Sends one request of a member; `path` is below `/api/v1`. */
export async function send(
  apiUrl: string,
  member: CrowdMember,
  path: string,
  body: object,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${apiUrl}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${member.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
