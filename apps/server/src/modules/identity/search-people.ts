import type { Database } from '#platform/db/database.ts';
import { parseCheckInCode } from './check-in-code.ts';
import { peopleBeginning } from './people-matching.ts';

/**
 * Finds people by the beginnings of words of their name or address, in any order, without regard to case and accents, or by
 * their check-in code. By the indexes `users_search` and `users_check_in_code`.
 *
 * @param q without a letter or digit it finds nobody
 */
export function peopleQuery(db: Database, { q, limit }: { q: string; limit: number }) {
  const code = parseCheckInCode(q);
  const named = peopleBeginning(q);
  return db
    .selectFrom('users')
    .select(['id', 'name', 'email', 'blockedAt'])
    .where('deletedAt', 'is', null)
    .where(({ or, eb }) => (code ? or([named, eb('checkInCode', '=', code)]) : named))
    .orderBy('searchText')
    .orderBy('id')
    .limit(limit);
}
