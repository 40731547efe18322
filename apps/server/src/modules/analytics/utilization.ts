import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import type { Scope } from './analytics-query.ts';
import { defineChart } from './chart.ts';
import { Count, Hour, Share, Weekday } from './chart-schemas.ts';
import { shareOf } from './ratios.ts';
import { hourOf, sessionsIn, weekdayOf } from './sessions-in.ts';

const places = { sessions: Count, booked: Count, capacity: Count, fillRate: Share };

/** How full the sessions were, by weekday and hour. */
export const utilization = defineChart({
  path: 'utilization',
  operationId: 'getUtilization',
  summary: 'Fill rate by weekday and hour',
  description:
    'Places booked at the start against the capacity, of sessions that were held: started, neither canceled nor deleted. ' +
    'The weekday and the hour are those at the location. Above 1 where an admin accepted over-capacity.',
  about: 'sessions',
  answer: Type.Object({
    total: Type.Object(places),
    items: Type.Array(Type.Object({ weekday: Weekday, hour: Hour, ...places }), {
      description: 'Only hours in which a session was held; by weekday, then hour',
    }),
  }),
  load: async (db, scope) => {
    const items = (await sumByHour(db, scope)).map((row) => ({ ...row, fillRate: shareOf(row.booked, row.capacity) }));
    const sum = (key: 'sessions' | 'booked' | 'capacity') => items.reduce((all, row) => all + row[key], 0);
    const [sessions, booked, capacity] = [sum('sessions'), sum('booked'), sum('capacity')];
    return { total: { sessions, booked, capacity, fillRate: shareOf(booked, capacity) }, items };
  },
  rows: ({ items }) => items,
  columns: {
    weekday: ({ weekday }) => weekday,
    hour: ({ hour }) => hour,
    sessions: ({ sessions }) => sessions,
    booked: ({ booked }) => booked,
    capacity: ({ capacity }) => capacity,
    fill_rate: ({ fillRate }) => fillRate,
  },
});

async function sumByHour(db: Database, { period, filter, now }: Scope) {
  const { rows } = await sql<{ weekday: number; hour: number; sessions: number; booked: number; capacity: number }>`
    select ${weekdayOf('s.localStart')} as weekday, ${hourOf('s.localStart')} as hour,
      count(*) as sessions, sum(s.active_count) as booked, sum(s.capacity) as capacity
    from ${sessionsIn(period, filter)} s where s.starts_at <= ${now}
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}
