import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import type { Scope } from './analytics-query.ts';
import { defineChart } from './chart.ts';
import { Count, Weekday } from './chart-schemas.ts';
import { sessionsIn, weekdayOf } from './sessions-in.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Booked places by weekday. */
export const bookingsByWeekday = defineChart({
  path: 'bookings-by-weekday',
  operationId: 'getBookingsByWeekday',
  summary: 'Booked places by weekday of the session',
  description:
    'Places that are or were held until the start. Canceled bookings, also late ones, and the waiting list do not count.',
  about: 'sessions',
  answer: Type.Object({
    total: Count,
    items: Type.Array(Type.Object({ weekday: Weekday, sessions: Count, bookings: Count }), {
      description: 'All seven, Monday first',
    }),
  }),
  load: async (db, scope) => {
    const rows = new Map((await sumByWeekday(db, scope)).map((row) => [row.weekday, row]));
    const items = WEEKDAYS.map((weekday) => rows.get(weekday) ?? { weekday, sessions: 0, bookings: 0 });
    return { total: items.reduce((sum, { bookings }) => sum + bookings, 0), items };
  },
  rows: ({ items }) => items,
  columns: {
    weekday: ({ weekday }) => weekday,
    sessions: ({ sessions }) => sessions,
    bookings: ({ bookings }) => bookings,
  },
});

/** The counters of the sessions are their bookings (DOMAIN, invariant 1), so that no booking has to be read. */
async function sumByWeekday(db: Database, { period, filter }: Scope) {
  const { rows } = await sql<{ weekday: number; sessions: number; bookings: number }>`
    select ${weekdayOf('s.localStart')} as weekday, count(*) as sessions, sum(s.active_count) as bookings
    from ${sessionsIn(period, filter)} s group by 1`.execute(db);
  return rows;
}
