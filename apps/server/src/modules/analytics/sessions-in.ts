import { type RawBuilder, sql } from 'kysely';
import type { SessionFilter } from './analytics-query.ts';
import type { Period } from './period.ts';

/** The columns of `sessionsIn`. */
export interface PeriodSession {
  id: string;
  classTypeId: string;
  capacity: number;
  activeCount: number;
  /** The start at the wall of its location. */
  localStart: string;
}

/**
 * The sessions of a period as a table expression: not deleted, not canceled, on its days by the calendar of their own
 * location. A class at seven in the morning is at seven there, wherever the studio's books are kept.
 *
 * One scan of `sessions_location` per location; nothing is said of those that have not started.
 */
export function sessionsIn({ start, end }: Period, { locationId, classId }: SessionFilter): RawBuilder<PeriodSession> {
  const here = locationId ? sql`and l.id = ${locationId}` : sql``;
  const ofClass = classId ? sql`and s.class_type_id = ${classId}` : sql``;
  return sql`(
    select s.id, s.class_type_id, s.capacity, s.active_count, s.starts_at, s.starts_at at time zone l.time_zone as local_start
    from locations l
    join sessions s on s.location_id = l.id and s.deleted_at is null and s.state = 'scheduled'
      and s.starts_at >= ${start}::date::timestamp at time zone l.time_zone
      and s.starts_at < ${end}::date::timestamp at time zone l.time_zone
    where true ${here} ${ofClass}
  )`;
}

/**
 * A wider range of instants that surely holds the starts of all sessions of a period, for an index of bookings that
 * does not know the location.
 */
export function startsAround({ start, end }: Period): RawBuilder<boolean> {
  // Local days begin up to 14 hours before, and 12 hours after, those of UTC.
  return sql<boolean>`b.starts_at >= ${start.subtract({ days: 1 })}::date::timestamp at time zone 'UTC'
    and b.starts_at < ${end.add({ days: 1 })}::date::timestamp at time zone 'UTC'`;
}
