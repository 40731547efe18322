import type { Database } from '#platform/db/database.ts';
import type { Role } from '#platform/http/access.ts';
import { decodeCursor } from '#platform/http/cursor.ts';
import type { User } from './identity-store.ts';

export interface UserFilter {
  /** Part of a name or an address. */
  q?: string;
  role?: Role;
  cursor?: string;
  limit: number;
}

/** Accounts that were not erased, newest first; one more than `limit` when there is another page. */
export function listUsers(db: Database, { q, role, cursor, limit }: UserFilter): Promise<User[]> {
  let query = db
    .selectFrom('users')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (role) query = query.where('role', '=', role);
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(({ or, eb }) => or([eb('name', 'ilike', pattern), eb('email', 'ilike', pattern)]));
  }
  if (cursor) {
    const [createdAt = '', id = ''] = decodeCursor(cursor, ['instant', 'id']);
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('createdAt', 'id'), '<', tuple(Temporal.Instant.from(createdAt), id)),
    );
  }
  return query.execute();
}
