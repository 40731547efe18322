import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { Scope } from './analytics-query.ts';
import { sessionsIn, startsAround } from './sessions-in.ts';

export interface AttendanceCounts {
  sessions: number;
  booked: number;
  listed: number;
  noShows: number;
  lateCancels: number;
}

export function sumAttendance(rows: readonly AttendanceCounts[]): AttendanceCounts {
  const sum = (key: keyof AttendanceCounts) => rows.reduce((all, row) => all + row[key], 0);
  return {
    sessions: sum('sessions'),
    booked: sum('booked'),
    listed: sum('listed'),
    noShows: sum('noShows'),
    lateCancels: sum('lateCancels'),
  };
}

/**
 * Attendance by day of the session; only days on which one was held, in order.
 *
 * Reads what went wrong (`bookings_missed`) and, once per session, whether anybody came (`bookings_checked_in`).
 */
export async function countAttendance(db: Database, { period, filter, now }: Scope) {
  const { rows } = await sql<AttendanceCounts & { day: Temporal.PlainDate }>`
    with missed as (
      select b.session_id, count(*) filter (where b.canceled_reason is null) as no_shows,
        count(*) filter (where b.canceled_reason = 'late') as late_cancels
      from bookings b where (b.no_show_at is not null or b.canceled_reason = 'late') and ${startsAround(period, 'b')}
      group by b.session_id
    ), held as (
      select s.local_start::date as day, s.active_count, coalesce(m.no_shows, 0) as no_shows, coalesce(m.late_cancels, 0) as late_cancels,
        m.no_shows > 0 or exists (select from bookings b where b.session_id = s.id and b.checked_in_at is not null) as list_kept
      from ${sessionsIn(period, filter)} s left join missed m on m.session_id = s.id
      where s.starts_at <= ${now}
    )
    select day, count(*) as sessions, sum(active_count) as booked, coalesce(sum(active_count) filter (where list_kept), 0) as listed,
      sum(no_shows)::bigint as no_shows, sum(late_cancels)::bigint as late_cancels
    from held group by day order by day`.execute(db);
  return rows;
}
