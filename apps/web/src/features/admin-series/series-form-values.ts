import type { Series } from '#lib/api/types.ts';
import type { Scope } from './scope-fields.tsx';

/** What the form of a series holds, as texts. */
export interface SeriesValues {
  classId: string;
  locationId: string;
  instructorId: string;
  rule: string;
  startsOn: string;
  /** Empty: as long as the rule goes on. */
  endsOn: string;
  startTime: string;
  durationMinutes: string;
  capacity: string;
}

/** A series as the form shows it. */
export function seriesValues(series: Series): SeriesValues {
  return {
    classId: series.class.id,
    locationId: series.location.id,
    instructorId: series.instructor.id,
    rule: series.rule,
    startsOn: series.startsOn,
    endsOn: series.endsOn ?? '',
    startTime: series.startTime,
    durationMinutes: String(series.durationMinutes),
    capacity: String(series.capacity),
  };
}

/** A series for the API. */
export function newSeries({ endsOn, durationMinutes, capacity, ...same }: SeriesValues) {
  return {
    ...same,
    endsOn: endsOn || null,
    durationMinutes: Number(durationMinutes),
    capacity: Number(capacity),
  };
}

/** What the API has to change to get from a series to the values of the form; empty when nothing. */
export function seriesPatch(series: Series, values: SeriesValues) {
  const [before, after] = [newSeries(seriesValues(series)), newSeries(values)];
  const { classId: _class, startsOn: _startsOn, ...changeable } = after;
  const changed = Object.entries(changeable).filter(([name, value]) => value !== before[name as keyof typeof before]);
  return Object.fromEntries(changed) as Partial<typeof changeable>;
}

/** When a series happens, for the API. */
export interface PreviewBody {
  locationId: string;
  rule: string;
  startsOn: string;
  endsOn: string | null;
  startTime: string;
  durationMinutes: number;
  /** The first day to show. */
  from?: string;
}

export type SeriesPatch = ReturnType<typeof seriesPatch>;

/** When it happens, for a preview; null while something is missing. */
export function previewBody(values: SeriesValues): PreviewBody | null {
  const { locationId, rule, startsOn, endsOn, startTime, durationMinutes } = newSeries(values);
  if (!(locationId && rule && startsOn && startTime && durationMinutes > 0)) return null;
  return { locationId, rule, startsOn, endsOn, startTime, durationMinutes };
}

/** When a changed series happens from the day on that the change concerns; a rule of its own begins at that day. */
export function changedPreviewBody(
  series: Series,
  values: SeriesValues,
  { scope, from }: Scope,
  today: string,
): PreviewBody | null {
  const body = previewBody(values);
  if (!body) return null;
  const first = (scope === 'following' && from) || today;
  const beginsAnew = scope === 'following' && body.rule !== series.rule && first > series.startsOn;
  return { ...body, ...(beginsAnew && { startsOn: first }), from: first };
}

/** The fields in which two states of a series differ. */
export function changedFields(before: Series, after: Series): (keyof SeriesValues)[] {
  const [was, is] = [seriesValues(before), seriesValues(after)];
  return (Object.keys(is) as (keyof SeriesValues)[]).filter((name) => was[name] !== is[name]);
}
