import { LRUCache } from 'lru-cache';
import { findStudio } from '#modules/schedule/index.ts';
import { found } from '#platform/http/app-error.ts';
import type { Routes } from '#platform/http/app-types.ts';
import { IdParams } from '#platform/http/schemas.ts';
import { type CalendarAnswer, calendarAnswer, calendarResponses, sendCalendar } from './calendar-answer.ts';
import type { CalendarDeps } from './calendar-deps.ts';
import { findSessionEvent, listSessionEvents } from './session-events.ts';

/**
 * Calendars ask every quarter of an hour at most, so a minute is nothing to them, and all who ask within it share one
 * answer: writing 1,000 sessions takes 40 ms. The schedule's own cache forgets with every booking, of which a calendar
 * shows nothing.
 */
const SHARED_MS = 60_000;
const MAX_FEEDS = 100;
const REFRESH_MINUTES = 60;

const sending = { cacheControl: 'public, max-age=60', fileName: 'schedule.ics' };
const config = { access: 'public' } as const;

/** The schedule for calendars to subscribe to. */
export function publicFeedRoutes(deps: CalendarDeps): Routes {
  const answers = new LRUCache<string, CalendarAnswer, () => Promise<CalendarAnswer>>({
    max: MAX_FEEDS,
    ttl: SHARED_MS,
    fetchMethod: (_key, _stale, { context: load }) => load(),
  });

  return (app) => {
    app.get(
      '/calendar.ics',
      {
        config,
        schema: {
          operationId: 'getScheduleCalendar',
          tags: ['Calendar'],
          summary: 'The schedule as iCalendar: all coming sessions and those of the last 14 days',
          response: calendarResponses(),
        },
      },
      async (request, reply) => {
        const answer = await answers.forceFetch('', { context: () => loadSchedule(deps) });
        return sendCalendar(request, reply, answer, sending);
      },
    );

    app.get(
      '/classes/:id/calendar.ics',
      {
        config,
        schema: {
          operationId: 'getClassCalendar',
          tags: ['Calendar'],
          summary: 'The sessions of one class as iCalendar',
          params: IdParams,
          response: calendarResponses(404),
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const answer = await answers.forceFetch(id, { context: () => loadClass(deps, id) });
        return sendCalendar(request, reply, answer, sending);
      },
    );

    app.get(
      '/sessions/:id/calendar.ics',
      {
        config,
        schema: {
          operationId: 'getSessionCalendar',
          tags: ['Calendar'],
          summary: 'One session as iCalendar, to be put into a calendar',
          params: IdParams,
          response: calendarResponses(404),
        },
      },
      async (request, reply) => {
        const answer = await loadSession(deps, request.params.id);
        return sendCalendar(request, reply, answer, { ...sending, fileName: 'session.ics' });
      },
    );
  };
}

async function loadSchedule(deps: CalendarDeps): Promise<CalendarAnswer> {
  const { name } = await findStudio(deps.db);
  return publicAnswer(deps, name, name);
}

/** @throws AppError `not_found` when the class is not in the catalogue */
async function loadClass(deps: CalendarDeps, classId: string): Promise<CalendarAnswer> {
  const [studio, row] = await Promise.all([findStudio(deps.db), findClassName(deps, classId)]);
  return publicAnswer(deps, studio.name, `${found(row, 'class').name} · ${studio.name}`, classId);
}

/** @throws AppError `not_found` when the session is not in the schedule */
async function loadSession(deps: CalendarDeps, sessionId: string): Promise<CalendarAnswer> {
  const { name } = await findStudio(deps.db);
  const organizer = { name, email: deps.config.mailFrom };
  const event = found(await findSessionEvent(deps, organizer, sessionId), 'session');
  return calendarAnswer({ name: `${event.summary} · ${name}`, method: 'PUBLISH', events: [event] });
}

function findClassName({ db }: CalendarDeps, id: string) {
  return db
    .selectFrom('classTypes')
    .select('name')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
}

async function publicAnswer(
  deps: CalendarDeps,
  studioName: string,
  name: string,
  classId?: string,
): Promise<CalendarAnswer> {
  const organizer = { name: studioName, email: deps.config.mailFrom };
  const events = await listSessionEvents(deps, organizer, Temporal.Now.instant(), classId);
  return calendarAnswer({ name, method: 'PUBLISH', events, refreshMinutes: REFRESH_MINUTES });
}
