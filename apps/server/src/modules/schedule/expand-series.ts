import { ruleDates } from './series-rule.ts';

/** When a series happens, in the wall time of its location. */
export interface SeriesTimes {
  rule: string;
  startsOn: Temporal.PlainDate;
  /** The last day; null: as long as the rule goes on. */
  endsOn: Temporal.PlainDate | null;
  /** `18:00` */
  startTime: string;
  durationMinutes: number;
}

/** One day of a series. */
export interface Occurrence {
  day: Temporal.PlainDate;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** Why there is no session: the reason of a closed day; null when there is one. */
  closed: string | null;
}

/** Reasons of the closed days at a location, by ISO date. */
export type ClosedDays = ReadonlyMap<string, string>;

/**
 * The occurrences of a series with days from `from` to `to`, both included, and within its own first and last day.
 *
 * A daylight-saving change keeps the wall time. Where the clocks skip it that day, the session starts as much later as they
 * skip (02:30 becomes 03:30); where it comes twice, at the first; the duration is real time. Closed days are among them, and
 * marked. Rule: DOMAIN "Sessions change".
 */
export function expandSeries(
  series: SeriesTimes,
  timeZone: string,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  closedDays: ClosedDays = new Map(),
): Occurrence[] {
  const last = series.endsOn && Temporal.PlainDate.compare(series.endsOn, to) < 0 ? series.endsOn : to;
  return ruleDates(series.rule, series.startsOn, from, last).map((day) => ({
    day,
    ...occurrenceTimes(series, timeZone, day),
    closed: closedDays.get(day.toString()) ?? null,
  }));
}

/** Start and end of a series on a day. */
export function occurrenceTimes(
  { startTime, durationMinutes }: Pick<SeriesTimes, 'startTime' | 'durationMinutes'>,
  timeZone: string,
  day: Temporal.PlainDate,
): { startsAt: Temporal.Instant; endsAt: Temporal.Instant } {
  const startsAt = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(startTime) }).toInstant();
  return { startsAt, endsAt: startsAt.add({ minutes: durationMinutes }) };
}
