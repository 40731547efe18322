import type { SeriesPreview } from '#lib/api/types.ts';

type Occurrence = SeriesPreview['occurrences'][number];

/** A date of a series with what is special about it. */
export interface MarkedOccurrence extends Occurrence {
  /** The first one after the clocks changed; its wall time is the same. */
  clocksChanged: boolean;
}

/** Marks the dates before which the clocks at the location changed. */
export function markOccurrences(occurrences: readonly Occurrence[]): MarkedOccurrence[] {
  return occurrences.map((occurrence, index) => {
    const before = occurrences[index - 1];
    return { ...occurrence, clocksChanged: before !== undefined && offsetOf(before) !== offsetOf(occurrence) };
  });
}

/** The next dates, and later on those about which something is special. */
export function notableOccurrences(marked: readonly MarkedOccurrence[], first: number): MarkedOccurrence[] {
  return marked.filter(({ closed, clocksChanged }, index) => index < first || closed !== null || clocksChanged);
}

/** The offset from UTC that the API writes behind a wall time: `+01:00`. */
function offsetOf({ startsAt }: Occurrence): string {
  return startsAt.match(/(Z|[+-]\d\d:\d\d)$/)?.[0] ?? '';
}
