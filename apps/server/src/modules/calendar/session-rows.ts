import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { CalendarEvent } from './build-calendar.ts';
import type { CalendarLook } from './calendar-deps.ts';

type SessionRow = Awaited<ReturnType<ReturnType<typeof sessionRows>['executeTakeFirstOrThrow']>>;

/** What calendars show of sessions, to be joined and filtered. */
export function sessionRows(db: Database) {
  return db
    .selectFrom('sessions as s')
    .innerJoin('classTypes as c', 'c.id', 's.classTypeId')
    .innerJoin('locations as l', 'l.id', 's.locationId')
    .innerJoin('instructors as i', 'i.id', 's.instructorId')
    .select(['s.id as sessionId', 's.startsAt', 's.endsAt', 's.state as sessionState', 's.revision'])
    .select(['c.name as className', 'i.name as instructorName', 'l.name as locationName', 'l.address', 'l.timeZone'])
    .select(sql<Temporal.Instant>`greatest(s.revised_at, c.updated_at, l.updated_at, i.updated_at)`.as('revisedAt'));
}

/** What an event about a session says, whoever it is for. */
export function sessionContent(row: SessionRow, { webUrl }: CalendarLook) {
  const { startsAt, endsAt, timeZone, className, instructorName, locationName, address } = row;
  return {
    startsAt,
    endsAt,
    timeZone,
    summary: className,
    // What the class is stands at the URL: repeated in every event it would be most of a calendar.
    description: instructorName,
    location: [locationName, address].filter(Boolean).join(', '),
    url: `${webUrl}/sessions/${row.sessionId}`,
  } satisfies Partial<CalendarEvent>;
}

/** A name that no other installation gives: UIDs are unique in the world. */
export function eventUid(kind: 'session' | 'booking', id: string, { webUrl }: CalendarLook): string {
  return `${kind}-${id}@${new URL(webUrl).host}`;
}
