import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';

/**
 * Finds people by words of their name or address, in any order, without regard to case and accents: all by the index
 * `users_search`. Both conditions are for a query that reads `users` as `users`.
 */

/** Each word begins a word of theirs: whoever stands at the desk spells their name from its beginning. */
export const peopleBeginning = (q: string) => everyWord(q, (word) => sql`'% ' || ${word} || '%'`);

/** Each word is found somewhere: of an address one may remember the middle. */
export const peopleContaining = (q: string) => everyWord(q, (word) => sql`'%' || ${word} || '%'`);

/** The ids of those people, for a query of what is theirs. Without the erased, whom the index does not know. */
export function idsOfPeopleContaining(db: Database, q: string) {
  return db.selectFrom('users').select('id').where('deletedAt', 'is', null).where(peopleContaining(q));
}

/** @returns a condition that nobody meets when there is neither letter nor digit to look for */
function everyWord(q: string, pattern: (word: RawBuilder<string>) => RawBuilder<unknown>): RawBuilder<boolean> {
  const words = q.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return sql`false`;
  // What search_words leaves are letters, digits and single blanks: nothing that LIKE could take for a wildcard. An accent alone leaves nothing.
  const conditions = words.map(
    (word) => sql`users.search_text like ${pattern(sql`nullif(search_words(${word}), '')`)}`,
  );
  return sql`(${sql.join(conditions, sql` and `)})`;
}
