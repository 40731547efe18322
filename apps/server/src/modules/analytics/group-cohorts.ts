import type { Period } from './period.ts';
import { shareOf } from './ratios.ts';
import type { RetentionCell } from './retention-cells.ts';

/** One cohort and who of it came in the months after. */
export interface Cohort {
  /** The first day of its month. */
  month: string;
  members: number;
  months: { after: number; members: number; share: number | null }[];
}

/** Every month of the period as a cohort, with each month until today's; where nobody came is zero. */
export function groupCohorts(cells: readonly RetentionCell[], period: Period, today: Temporal.PlainDate): Cohort[] {
  const membersOf = new Map(cells.map(({ firstMonth, month, members }) => [`${firstMonth} ${month}`, members]));
  const last = period.end.subtract({ days: 1 });
  return monthsBetween(period.start, last).map((first) => {
    const members = membersOf.get(`${first} ${first}`) ?? 0;
    const months = monthsBetween(first, today).map((month, after) => {
      const came = membersOf.get(`${first} ${month}`) ?? 0;
      return { after, members: came, share: shareOf(came, members) };
    });
    return { month: first.toString(), members, months };
  });
}

/** The first days of the months from that of one day to that of another. */
function monthsBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const first = from.with({ day: 1 });
  const count = Math.max(0, first.until(to.with({ day: 1 }), { largestUnit: 'months' }).months + 1);
  return Array.from({ length: count }, (_, months) => first.add({ months }));
}
