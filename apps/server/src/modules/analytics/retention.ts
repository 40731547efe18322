import { Type } from 'typebox';
import { Day } from '#modules/schedule/index.ts';
import { defineChart } from './chart.ts';
import { Count, Share } from './chart-schemas.ts';
import { groupCohorts } from './group-cohorts.ts';
import { countRetention } from './retention-cells.ts';

/** Who came again, by the month of the first visit. */
export const retention = defineChart({
  path: 'retention',
  operationId: 'getRetention',
  summary: 'How many came again, by the month of their first visit',
  description:
    'A visit is a place held in a session that was held, unless marked as no-show. Every month that the period touches is a cohort: ' +
    'the members whose first visit ever was in it. The present month is not over, and its figures will grow.',
  about: 'studio',
  answer: Type.Object({
    items: Type.Array(
      Type.Object({
        month: { ...Day, description: 'The first day of the month of the first visit' },
        members: Count,
        months: Type.Array(Type.Object({ after: Count, members: Count, share: Share }), {
          description: 'Who came in the month so many months later, 0 being the first; up to the present one',
        }),
      }),
    ),
  }),
  load: async (db, scope) => {
    const { period, now } = scope;
    const cells = await countRetention(db, scope);
    return { items: groupCohorts(cells, period, now.toZonedDateTimeISO(period.timeZone).toPlainDate()) };
  },
  rows: ({ items }) =>
    items.flatMap(({ month, members: cohort, months }) => months.map((cell) => ({ month, cohort, ...cell }))),
  columns: {
    first_month: ({ month }) => month,
    cohort: ({ cohort }) => cohort,
    months_after: ({ after }) => after,
    members: ({ members }) => members,
    share: ({ share }) => share,
  },
});
