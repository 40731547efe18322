import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { CalendarEvent } from './build-calendar.ts';
import type { CalendarLook } from './calendar-deps.ts';

/** A session as far as a calendar shows it. */
interface ShownSession {
  sessionId: string;
  className: string;
  instructorName: string;
  locationName: string;
  address: string | null;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  timeZone: string;
}

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
export function sessionContent(session: ShownSession, { webUrl }: Pick<CalendarLook, 'webUrl'>) {
  const { startsAt, endsAt, timeZone, className, instructorName, locationName, address } = session;
  return {
    startsAt,
    endsAt,
    timeZone,
    summary: className,
    // What the class is stands at the URL: repeated in every event it would be most of a calendar.
    description: instructorName,
    location: [locationName, address].filter(Boolean).join(', '),
    url: `${webUrl}/sessions/${session.sessionId}`,
  } satisfies Partial<CalendarEvent>;
}

/**
 * A name that no other installation gives: UIDs are unique in the world. Mails and feeds use the same one, so that a member who has
 * both sees the booking once.
 */
export function eventUid(kind: 'session' | 'booking', id: string, { webUrl }: Pick<CalendarLook, 'webUrl'>): string {
  return `${kind}-${id}@${new URL(webUrl).host}`;
}
