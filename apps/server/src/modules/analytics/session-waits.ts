import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { keepRollup } from './keep-rollup.ts';

/** Members who waited for a session, each by their last time on its list, and those of them who never got a place. */
export interface SessionWaits {
  sessionId: string;
  waited: number;
  unmet: number;
}

/**
 * Counts waits from the bookings of sessions that a condition on `b.starts_at` lets through.
 *
 * Queued bookings come from `bookings_queued`, without a look at the others. Whoever stayed on the list until it closed, or
 * still holds the place, has no other booking there; only those who left are asked whether they came back.
 *
 * Grouped by the start first, in whose order the index has them: nothing large has to be sorted.
 */
export function countedWaits(startsAt: RawBuilder<boolean>): RawBuilder<SessionWaits> {
  return sql`(
    select b.session_id, count(*) as waited,
      count(*) filter (where b.promoted_at is null and (b.canceled_reason = 'list_closed' or not exists (
        select from bookings seat where seat.user_id = b.user_id and seat.starts_at = b.starts_at
          and seat.session_id = b.session_id and seat.state = 'active'))) as unmet
    from bookings b
    where b.queue_number is not null and ${startsAt}
      and (b.canceled_reason is null or b.canceled_reason = 'list_closed' or not exists (
        select from bookings again where again.user_id = b.user_id and again.starts_at = b.starts_at
          and again.session_id = b.session_id and again.queue_number > b.queue_number))
    group by b.starts_at, b.session_id
  )`;
}

/** Makes `session_waits` what the bookings say of sessions up to eight days ago. */
export function keepSessionWaits(db: Database, now: Temporal.Instant): Promise<void> {
  return keepRollup(db, 'session_waits', now, (tx, { through }) =>
    sql`
      with fresh as materialized (select * from ${countedWaits(sql`b.starts_at < ${through}`)} w),
      gone as (
        delete from session_waits w where not exists (select from fresh f where f.session_id = w.session_id)
      )
      insert into session_waits as w (session_id, waited, unmet) select session_id, waited, unmet from fresh
      on conflict (session_id) do update set waited = excluded.waited, unmet = excluded.unmet
      where (w.waited, w.unmet) <> (excluded.waited, excluded.unmet)`.execute(tx),
  );
}
