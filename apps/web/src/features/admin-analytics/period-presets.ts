/** The periods to choose from, by name. */
export const presets = ['last7', 'last28', 'last90', 'thisMonth', 'lastMonth', 'thisYear'] as const;

export type Preset = (typeof presets)[number];

/** From the first to the last day, both counted: `2026-03-29`. They are days of the calendar and know no hours. */
export interface DayRange {
  from: string;
  to: string;
}

const DAY_MS = 864e5;

/**
 * The days that a name means. Those that are not over end today, so that as many days before are a fair comparison.
 *
 * @param today the day it is at the studio
 */
export function rangeOf(preset: Preset, today: string): DayRange {
  const month = today.slice(0, 7);
  switch (preset) {
    case 'last7':
      return { from: addDays(today, -6), to: today };
    case 'last28':
      return { from: addDays(today, -27), to: today };
    case 'last90':
      return { from: addDays(today, -89), to: today };
    case 'thisMonth':
      return { from: `${month}-01`, to: today };
    case 'lastMonth': {
      const last = addDays(`${month}-01`, -1);
      return { from: `${last.slice(0, 7)}-01`, to: last };
    }
    case 'thisYear':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}

/** A day so many days later. UTC has no change of clocks, so that every day there is as long as any other. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days it has. */
export function lengthOf({ from, to }: DayRange): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

/** Another first or last day; the other end is taken along where it would otherwise be on the wrong side. */
export function moveEnd(range: DayRange, end: keyof DayRange, day: string): DayRange {
  const moved = { ...range, [end]: day };
  return moved.from <= moved.to ? moved : { from: day, to: day };
}
