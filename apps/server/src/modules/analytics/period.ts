/** Whole days at the studio; `end` is the day after the last one. */
export interface Period {
  start: Temporal.PlainDate;
  end: Temporal.PlainDate;
  timeZone: string;
}

/** What a query says: the first and the last day, both counted. */
export interface PeriodInput {
  from?: string | undefined;
  to?: string | undefined;
}

const DEFAULT_DAYS = 30;
/** Ten years: beyond that somebody mistyped a year, and a day series would be all zeros. */
const MAX_DAYS = 3_660;

export type PeriodRefusal = { refused: { field: 'from' | 'to'; message: string } };

/**
 * The days that a query means. Without `to` it ends today, without `from` it is as many days as `defaultDays`.
 *
 * @param timeZone the studio's; decides what today is
 */
export function resolvePeriod(
  { from, to }: PeriodInput,
  timeZone: string,
  now: Temporal.Instant,
  defaultDays = DEFAULT_DAYS,
): Period | PeriodRefusal {
  const last = to ? Temporal.PlainDate.from(to) : now.toZonedDateTimeISO(timeZone).toPlainDate();
  const end = last.add({ days: 1 });
  const start = from ? Temporal.PlainDate.from(from) : end.subtract({ days: defaultDays });
  if (Temporal.PlainDate.compare(start, last) > 0)
    return { refused: { field: 'from', message: 'must not be after to' } };
  if (start.until(end).days > MAX_DAYS) {
    return { refused: { field: 'from', message: `must not be more than ${MAX_DAYS} days before to` } };
  }
  return { start, end, timeZone };
}

/** How many days it has. */
export function lengthOf({ start, end }: Period): number {
  return start.until(end).days;
}

/** As many days right before. */
export function previousPeriod(period: Period): Period {
  const { start, timeZone } = period;
  return { start: start.subtract({ days: lengthOf(period) }), end: start, timeZone };
}

/** From its first moment to just before `until`. A day has 23, 24 or 25 hours. */
export function boundsOf({ start, end, timeZone }: Period): { since: Temporal.Instant; until: Temporal.Instant } {
  return { since: beginningOf(start, timeZone), until: beginningOf(end, timeZone) };
}

/** Where each of its days begins, and where the last one ends: one more than it has days. */
export function dayBoundsOf(period: Period): Temporal.Instant[] {
  return [...daysOf(period), period.end].map((day) => beginningOf(day, period.timeZone));
}

/** Its days, in order. */
export function daysOf(period: Period): Temporal.PlainDate[] {
  return Array.from({ length: lengthOf(period) }, (_, days) => period.start.add({ days }));
}

function beginningOf(day: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return day.toZonedDateTime(timeZone).toInstant();
}
