import { addDays, type DayRange, lengthOf, type Preset, presets, rangeOf } from './period-presets.ts';

/** What the figures are about, as it stands in the address: a period by its name or by its days, and which sessions. */
export interface AnalyticsSearch {
  period?: Preset;
  from?: string;
  to?: string;
  locationId?: string;
  classId?: string;
}

export const DEFAULT_PRESET: Preset = 'last28';

/** Ten years: the API takes no more. */
const MAX_DAYS = 3_660;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the query of an address; what makes no sense is left out. Days count only as a pair, and before a name; of too many, the last ones. */
export function readAnalyticsSearch(params: Record<string, string | string[] | undefined>): AnalyticsSearch {
  const { from, to, locationId, classId } = params;
  const period = presets.find((known) => known === params.period);
  const isRange = isDay(from) && isDay(to) && from <= to;
  return {
    ...(isRange ? lastDays({ from, to }) : period && { period }),
    ...(isId(locationId) && { locationId }),
    ...(isId(classId) && { classId }),
  };
}

export function analyticsHref(search: AnalyticsSearch): string {
  const params = new URLSearchParams(Object.entries(search));
  return params.size > 0 ? `/admin/analytics?${params}` : '/admin/analytics';
}

function lastDays({ from, to }: DayRange): DayRange {
  return lengthOf({ from, to }) > MAX_DAYS ? { from: addDays(to, 1 - MAX_DAYS), to } : { from, to };
}

/** The days that a search is about. */
export function daysOf({ period, from, to }: AnalyticsSearch, today: string): DayRange {
  return from && to ? { from, to } : rangeOf(period ?? DEFAULT_PRESET, today);
}

function isDay(value: string | string[] | undefined): value is string {
  // Some engines take 31 June for 1 July.
  return typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value)) && toDay(value) === value;
}

function isId(value: string | string[] | undefined): value is string {
  return typeof value === 'string' && UUID.test(value);
}

const toDay = (value: string) => new Date(value).toISOString().slice(0, 10);
