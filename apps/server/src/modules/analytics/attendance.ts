import { type Static, Type } from 'typebox';
import { Day } from '#modules/schedule/index.ts';
import { type AttendanceCounts, countAttendance, sumAttendance } from './attendance-days.ts';
import { defineChart } from './chart.ts';
import { Count, Share } from './chart-schemas.ts';
import { fillDays } from './day-series.ts';
import { shareOf } from './ratios.ts';

const figures = {
  sessions: { ...Count, description: 'Held' },
  booked: { ...Count, description: 'Places held at the start' },
  listed: { ...Count, description: 'Those of them in sessions where somebody was checked in' },
  noShows: Count,
  noShowRate: { ...Share, description: 'Of the listed places; null of nothing' },
  lateCancels: Count,
  lateCancelRate: { ...Share, description: 'Of the booked places and the late cancels; null of nothing' },
};
const Row = Type.Object({ day: Day, ...figures });

/** Who did not come. */
export const attendance = defineChart({
  path: 'attendance',
  operationId: 'getAttendance',
  summary: 'No-shows and late cancels by day and by week',
  description:
    'Of sessions that were held, on their day at the location. Where nobody was checked in no list was kept: such a session ' +
    'says nothing about no-shows, and is left out of their rate.',
  about: 'sessions',
  answer: Type.Object({
    total: Type.Object(figures),
    items: Type.Array(Row),
    weeks: Type.Array(Row, { description: 'The same by week; `day` is its Monday, which may be before `from`' }),
  }),
  load: async (db, scope) => {
    const rows = await countAttendance(db, scope);
    const weeks = Map.groupBy(rows, ({ day }) => day.subtract({ days: day.dayOfWeek - 1 }).toString());
    const nothing = sumAttendance([]);
    return {
      total: withRates(sumAttendance(rows)),
      items: fillDays(scope.period, rows, nothing).map(({ day, ...counts }) => ({
        day: `${day}`,
        ...withRates(counts),
      })),
      weeks: [...weeks].map(([day, theirs]) => ({ day, ...withRates(sumAttendance(theirs)) })),
    };
  },
  rows: ({ items }): readonly Static<typeof Row>[] => items,
  columns: {
    day: ({ day }) => day,
    sessions: ({ sessions }) => sessions,
    booked: ({ booked }) => booked,
    listed: ({ listed }) => listed,
    no_shows: ({ noShows }) => noShows,
    no_show_rate: ({ noShowRate }) => noShowRate,
    late_cancels: ({ lateCancels }) => lateCancels,
    late_cancel_rate: ({ lateCancelRate }) => lateCancelRate,
  },
});

function withRates(counts: AttendanceCounts) {
  const { booked, listed, noShows, lateCancels } = counts;
  const lateCancelRate = shareOf(lateCancels, booked + lateCancels);
  return { ...counts, noShowRate: shareOf(noShows, listed), lateCancelRate };
}
