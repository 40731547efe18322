import type { CalendarEvent, CalendarPerson } from './build-calendar.ts';
import type { CalendarDeps } from './calendar-deps.ts';
import { eventUid, sessionContent, sessionRows } from './session-rows.ts';

/** How long a session that has ended stays in the public calendars. */
const PAST = { hours: 14 * 24 };

/** The schedule as everybody may see it: coming sessions and those of the last two weeks, of one class or of all. */
export async function listSessionEvents(
  { db, config }: CalendarDeps,
  organizer: CalendarPerson,
  now: Temporal.Instant,
  classId?: string,
): Promise<CalendarEvent[]> {
  let query = sessionRows(db)
    .where('s.deletedAt', 'is', null)
    .where('s.startsAt', '>=', now.subtract(PAST))
    .orderBy('s.startsAt')
    .orderBy('s.id');
  if (classId) query = query.where('s.classTypeId', '=', classId);
  const rows = await query.execute();
  return rows.map((row) => ({
    uid: eventUid('session', row.sessionId, config),
    sequence: row.revision,
    status: row.sessionState === 'canceled' ? 'canceled' : 'confirmed',
    ...sessionContent(row, config),
    lastModified: row.revisedAt,
    // Whoever follows the schedule does not attend all of it.
    isBusy: false,
    organizer,
  }));
}
