import type { Database } from '#platform/db/database.ts';
import { findClosedDays } from './closed-days-read-model.ts';
import { expandSeries, type Occurrence, type SeriesTimes } from './expand-series.ts';
import { findTimeZone, refuseTimes } from './refuse-times.ts';

const MAX_OCCURRENCES = 1_000;
const YEARS_WITH_END = 3;
const YEARS_WITHOUT_END = 1;

/** What a series would be, before it is one. */
export interface SeriesPreview {
  timeZone: string;
  occurrences: Occurrence[];
  /** There are more than are shown. */
  truncated: boolean;
}

/**
 * The occurrences of a series as it would be, closed days included: three years at most, one when it has no end, and 1,000.
 *
 * @param from of a series that has begun: the first day to show, in step with the beginning
 * @throws AppError `validation_failed` when its rule, days or location cannot be
 */
export async function previewSeries(
  db: Database,
  locationId: string,
  times: SeriesTimes,
  from: Temporal.PlainDate = times.startsOn,
): Promise<SeriesPreview> {
  refuseTimes(times);
  const timeZone = await findTimeZone(db, locationId);
  const { startsOn, endsOn } = times;
  const first = Temporal.PlainDate.compare(from, startsOn) < 0 ? startsOn : from;
  const window = { from: first, to: first.add({ years: endsOn ? YEARS_WITH_END : YEARS_WITHOUT_END }) };
  const occurrences = expandSeries(times, timeZone, window, await findClosedDays(db, locationId, window));
  const truncated = occurrences.length > MAX_OCCURRENCES;
  return { timeZone, occurrences: occurrences.slice(0, MAX_OCCURRENCES), truncated };
}
