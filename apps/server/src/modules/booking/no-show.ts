import { type RawBuilder, sql } from 'kysely';
import { findStudio } from '#modules/schedule/index.ts';
import type { Database } from '#platform/db/database.ts';

/** What ended longer ago is history: a studio that begins to use check-in today gets no no-shows for last year. */
const LOOK_BACK_DAYS = 7;

/**
 * Marks the active bookings of ended sessions that nobody checked in, if and when the studio's policy says so. A session without a single check-in is left alone:
 * there the list was not kept.
 *
 * Safe to run again: what is marked or checked in is not touched. Bookings that somebody else holds are left to the next run.
 *
 * @returns how many were marked
 */
export async function markNoShows(db: Database, now: Temporal.Instant): Promise<number> {
  const { noShowsMarked, noShowMinutesAfter } = await findStudio(db);
  if (!noShowsMarked) return 0;
  const { numAffectedRows = 0n } = await noShowStatement(now, noShowMinutesAfter).execute(db);
  return Number(numAffectedRows);
}

/**
 * Sessions are found by `sessions_starts_at` (there is no index over their ends, so one longer than a day is looked at for
 * correspondingly fewer days), their bookings by `bookings_one_per_member`.
 */
export function noShowStatement(now: Temporal.Instant, minutesAfter: number): RawBuilder<unknown> {
  const endedBefore = now.subtract({ minutes: minutesAfter });
  const endedAfter = now.subtract({ hours: 24 * LOOK_BACK_DAYS });
  const startedAfter = endedAfter.subtract({ hours: 24 });
  return sql`
    with absent as (
      select b.id from sessions s join bookings b on b.session_id = s.id
      where s.deleted_at is null and s.starts_at between ${startedAfter} and ${endedBefore}
        and s.ends_at between ${endedAfter} and ${endedBefore}
        and b.state = 'active' and b.checked_in_at is null and b.no_show_at is null
        and exists (
          select from bookings came where came.session_id = s.id and came.state = 'active' and came.checked_in_at is not null)
      order by b.id for update of b skip locked
    )
    update bookings set no_show_at = ${now} from absent where bookings.id = absent.id`;
}
