import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { CalendarEvent, CalendarPerson } from './build-calendar.ts';
import type { CalendarDeps, CalendarLook } from './calendar-deps.ts';
import { eventUid, sessionContent, sessionRows } from './session-rows.ts';

/** How long a member's calendar remembers. */
const PAST = { hours: 365 * 24 };
/** How long it shows that a booking was canceled: every client that still asks has seen it by then. */
const CANCELED = { hours: 30 * 24 };

const STATUS = { active: 'confirmed', waiting: 'tentative', canceled: 'canceled' } as const;

const WAITING_LIST: Record<string, string> = {
  en: 'Waiting list',
  de: 'Warteliste',
  es: 'Lista de espera',
  sl: 'Čakalna lista',
};

type BookingRow = Awaited<ReturnType<ReturnType<typeof bookingRows>['executeTakeFirstOrThrow']>>;

/** A member's bookings of the last year and all to come, with those canceled within the last 30 days. */
export async function listBookingEvents(
  { db, config }: CalendarDeps,
  member: { id: string; locale: string },
  organizer: CalendarPerson,
  now: Temporal.Instant,
): Promise<CalendarEvent[]> {
  const rows = await bookingRows(db)
    .where('b.userId', '=', member.id)
    .where('b.startsAt', '>=', now.subtract(PAST))
    .where(({ or, eb }) => or([eb('b.state', '<>', 'canceled'), eb('b.canceledAt', '>=', now.subtract(CANCELED))]))
    .orderBy('b.startsAt')
    .orderBy('b.id')
    .execute();
  return rows.map((row) => ({ ...bookingEvent(row, member.locale, config), organizer }));
}

function bookingRows(db: Database) {
  return sessionRows(db)
    .innerJoin('bookings as b', 'b.sessionId', 's.id')
    .select(['b.id', 'b.state'])
    .select(
      sql<Temporal.Instant>`greatest(s.revised_at, c.updated_at, l.updated_at, i.updated_at,
        b.booked_at, b.promoted_at, b.canceled_at)`.as('changedAt'),
    );
}

function bookingEvent(row: BookingRow, locale: string, look: CalendarLook): CalendarEvent {
  const content = sessionContent(row, look);
  const waiting = WAITING_LIST[new Intl.Locale(locale).language] ?? WAITING_LIST.en;
  return {
    uid: eventUid('booking', row.id, look),
    sequence: row.revision + (row.state === 'canceled' ? 1 : 0),
    status: STATUS[row.state],
    ...content,
    summary: row.state === 'waiting' ? `${content.summary} (${waiting})` : content.summary,
    lastModified: row.changedAt,
  };
}
