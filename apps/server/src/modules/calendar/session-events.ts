import type { CalendarEvent, CalendarPerson } from './build-calendar.ts';
import type { CalendarDeps, CalendarLook } from './calendar-deps.ts';
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
  // Whoever follows the schedule does not attend all of it.
  return rows.map((row) => ({ ...sessionEvent(row, config), isBusy: false, organizer }));
}

/** One session for whoever wants it in their calendar; undefined when it is not in the schedule. */
export async function findSessionEvent(
  { db, config }: CalendarDeps,
  organizer: CalendarPerson,
  sessionId: string,
): Promise<CalendarEvent | undefined> {
  const row = await sessionRows(db).where('s.id', '=', sessionId).where('s.deletedAt', 'is', null).executeTakeFirst();
  return row && { ...sessionEvent(row, config), organizer };
}

type SessionRow = Awaited<ReturnType<ReturnType<typeof sessionRows>['executeTakeFirstOrThrow']>>;

function sessionEvent(row: SessionRow, look: CalendarLook): CalendarEvent {
  return {
    uid: eventUid('session', row.sessionId, look),
    sequence: row.revision,
    status: row.sessionState === 'canceled' ? 'canceled' : 'confirmed',
    ...sessionContent(row, look),
    lastModified: row.revisedAt,
  };
}
