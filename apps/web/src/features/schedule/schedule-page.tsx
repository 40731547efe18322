import { unwrap } from '@openmat/api-client';
import { getTranslations } from 'next-intl/server';
import { fetchAllPages } from '#lib/api/fetch-all-pages.ts';
import { loadStudio } from '#lib/api/load-studio.ts';
import { serverClient } from '#lib/api/server-client.ts';
import { fetchSessions } from '#lib/api/sessions.ts';
import type { Session, SessionQuery } from '#lib/api/types.ts';
import { DayHeading } from './day-heading.tsx';
import { DayStrip, dayHref } from './day-strip.tsx';
import { chosenDay, dayStrip, dayWindow } from './schedule-days.ts';
import { ScheduleFilters as Filters } from './schedule-filters.tsx';
import { type ScheduleFilters, type ScheduleSearch, scheduleHref } from './schedule-search.ts';
import { SessionList } from './session-list.tsx';

/** The schedule of one day; the list goes on living in the browser. */
export async function SchedulePage({ search }: { search: ScheduleSearch }) {
  const { timeZone } = await loadStudio();
  const today = Temporal.Now.plainDateISO(timeZone);
  const day = chosenDay(search.day, today);
  const query = { ...dayWindow(day, today, timeZone), ...search.filters };
  const [t, choices, sessions] = await Promise.all([getTranslations('schedule'), loadChoices(), loadSessions(query)]);
  const strip = dayStrip(day, today);
  const next = sessions?.length === 0 ? await findNextDay(day, timeZone, search.filters) : null;
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <DayStrip strip={strip} chosen={day} today={today} filters={search.filters} />
      <DayHeading strip={strip} day={day} today={today} filters={search.filters} />
      <Filters choices={choices} search={search} />
      <SessionList
        query={query}
        rendered={sessions}
        renderedAt={Date.now()}
        isFiltered={Object.keys(search.filters).length > 0}
        unfilteredHref={scheduleHref({ ...search, filters: {} })}
        isToday={day.equals(today)}
        next={next && { day: next.toString(), href: dayHref(next, today, search.filters) }}
      />
    </>
  );
}

/** Undefined when the API is away: the browser then asks it itself, and says so when that fails too. */
async function loadSessions(query: SessionQuery): Promise<Session[] | undefined> {
  const client = await serverClient();
  return fetchSessions(client, query).catch(() => undefined);
}

/** The next day with a session to go to, within the four weeks that the API shows; null when there is none. */
async function findNextDay(day: Temporal.PlainDate, timeZone: string, filters: ScheduleFilters) {
  const from = day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant().toString();
  const next = (await loadSessions({ from, ...filters }))?.find(({ state }) => state === 'scheduled');
  return next ? Temporal.Instant.from(next.startsAt).toZonedDateTimeISO(timeZone).toPlainDate() : null;
}

/** What the schedule can be filtered by; nothing when the API is away, the list itself will say so. */
async function loadChoices() {
  const client = await serverClient();
  const [classId, locationId, instructorId] = await Promise.all(
    (['/api/v1/classes', '/api/v1/locations', '/api/v1/instructors'] as const).map((path) =>
      fetchAllPages<{ id: string; name: string }>((query) => unwrap(client.GET(path, { params: { query } }))).then(
        (items) => items.map(({ id, name }) => ({ id, name })),
        () => [],
      ),
    ),
  );
  return { classId: classId ?? [], locationId: locationId ?? [], instructorId: instructorId ?? [] };
}
