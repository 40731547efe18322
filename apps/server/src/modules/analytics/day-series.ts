import { daysOf, type Period } from './period.ts';

/** One row per day of the period, in order; a day without one gets `empty`. */
export function fillDays<Row extends { day: Temporal.PlainDate }, Empty extends Omit<Row, 'day'>>(
  period: Period,
  rows: readonly Row[],
  empty: Empty,
): (Row | (Empty & { day: Temporal.PlainDate }))[] {
  const byDay = new Map(rows.map((row) => [row.day.toString(), row]));
  return daysOf(period).map((day) => byDay.get(day.toString()) ?? { day, ...empty });
}
