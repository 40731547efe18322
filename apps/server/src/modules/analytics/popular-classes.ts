import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import type { Scope } from './analytics-query.ts';
import { defineChart } from './chart.ts';
import { ClassRef, Count, Share } from './chart-schemas.ts';
import { shareOf } from './ratios.ts';
import { sessionsIn } from './sessions-in.ts';

/** The classes by how many places are booked in them. */
export const popularClasses = defineChart({
  path: 'popular-classes',
  operationId: 'getPopularClasses',
  summary: 'Classes by booked places, the most first',
  description: 'Every class with a session in the period. Counted like the bookings by weekday.',
  about: 'sessions',
  answer: Type.Object({
    items: Type.Array(
      Type.Object({
        class: ClassRef,
        sessions: Count,
        bookings: Count,
        share: { ...Share, description: 'Of all booked places; null of nothing' },
        capacity: Count,
        fillRate: Share,
      }),
    ),
  }),
  load: async (db, scope) => {
    const rows = await sumByClass(db, scope);
    const total = rows.reduce((sum, { bookings }) => sum + bookings, 0);
    return {
      items: rows.map(({ id, name, sessions, bookings, capacity }) => ({
        class: { id, name },
        sessions,
        bookings,
        share: shareOf(bookings, total),
        capacity,
        fillRate: shareOf(bookings, capacity),
      })),
    };
  },
  rows: ({ items }) => items,
  columns: {
    class_id: (row) => row.class.id,
    class: (row) => row.class.name,
    sessions: ({ sessions }) => sessions,
    bookings: ({ bookings }) => bookings,
    share: ({ share }) => share,
    capacity: ({ capacity }) => capacity,
    fill_rate: ({ fillRate }) => fillRate,
  },
});

async function sumByClass(db: Database, { period, filter }: Scope) {
  const { rows } = await sql<{ id: string; name: string; sessions: number; bookings: number; capacity: number }>`
    select c.id, c.name, count(*) as sessions, sum(s.active_count) as bookings, sum(s.capacity) as capacity
    from ${sessionsIn(period, filter)} s join class_types c on c.id = s.class_type_id
    group by c.id order by bookings desc, c.name, c.id`.execute(db);
  return rows;
}
