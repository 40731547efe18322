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
 * Whether they have started is left to the caller. The days begin once per location and not once per session (`offset 0` keeps
 * that apart), and the range around them lets the planner see how few sessions a month has.
 */
export function sessionsIn(period: Period, { locationId, classId }: SessionFilter): RawBuilder<PeriodSession> {
  const { start, end } = period;
  const here = locationId ? sql`where id = ${locationId}` : sql``;
  const ofClass = classId ? sql`and s.class_type_id = ${classId}` : sql``;
  return sql`(
    select s.id, s.class_type_id, s.capacity, s.active_count, s.starts_at, s.starts_at at time zone l.time_zone as local_start
    from (
      select id, time_zone, ${start}::date::timestamp at time zone time_zone as since,
        ${end}::date::timestamp at time zone time_zone as until
      from locations ${here} offset 0
    ) l
    join sessions s on s.location_id = l.id and s.starts_at >= l.since and s.starts_at < l.until
    where s.deleted_at is null and s.state = 'scheduled' and ${startsAround(period, 's')} ${ofClass}
  )`;
}

/**
 * A wider range of instants that surely holds the starts of all sessions of a period, for an index that does not know the
 * location.
 *
 * @param table with a column `starts_at`
 */
export function startsAround({ start, end }: Period, table: 's' | 'b'): RawBuilder<boolean> {
  const startsAt = sql.ref(`${table}.startsAt`);
  // Local days begin up to 14 hours before, and 12 hours after, those of UTC.
  return sql<boolean>`${startsAt} >= ${start.subtract({ days: 1 })}::date::timestamp at time zone 'UTC'
    and ${startsAt} < ${end.add({ days: 1 })}::date::timestamp at time zone 'UTC'`;
}

/** Monday is 1. Both as numbers of the machine: `extract` would give decimals, at several times the cost. */
export const weekdayOf = (localStart: string) => sql<number>`date_part('isodow', ${sql.ref(localStart)})::int`;
export const hourOf = (localStart: string) => sql<number>`date_part('hour', ${sql.ref(localStart)})::int`;
