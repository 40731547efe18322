import { wallTimeToInstant } from '#lib/format/wall-time.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The query of an address as pages get it. */
export type RawSearch = Record<string, string | string[] | undefined>;

/** What each filter takes. */
export type SearchRules<Name extends string> = Record<Name, (value: string) => boolean>;

/** A date that exists: `2026-03-29`. */
export const isDay = (value: string): boolean => DAY.test(value) && !Number.isNaN(Date.parse(value));
export const isId = (value: string): boolean => UUID.test(value);
export const isOneOf =
  (values: readonly string[]) =>
  (value: string): boolean =>
    values.includes(value);

/** Reads the filters of a list out of an address; what makes no sense is left out. */
export function readSearch<Name extends string>(
  rules: SearchRules<Name>,
  params: RawSearch,
): Partial<Record<Name, string>> {
  const entries = Object.entries<(value: string) => boolean>(rules).flatMap(([name, isValid]) => {
    const value = params[name];
    return typeof value === 'string' && isValid(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(entries);
}

/** The address of a list with these filters; empty ones are not in it. */
export function searchHref(path: string, search: Record<string, string | undefined>): string {
  const given = Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

/** Days in a time zone as the instants that the API takes; the last day is included. */
export function daysWindow(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  timeZone: string,
): { from?: string; to?: string } {
  return {
    ...(from && { from: wallTimeToInstant(from, '00:00', timeZone) }),
    ...(to && { to: wallTimeToInstant(dayAfter(to), '00:00', timeZone) }),
  };
}

/** The day after, e.g. the end of a window whose last day is included. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 864e5).toISOString().slice(0, 10);
}
