/** A part of a whole from 0 to 1, to four places; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : round(part / whole);
}

export interface Comparison {
  value: number;
  previous: number;
  /** 0.25 for a quarter more, to four places; null when there was nothing before. */
  change: number | null;
}

/** A value beside the one before it. */
export function compare(value: number, previous: number): Comparison {
  return { value, previous, change: previous === 0 ? null : round((value - previous) / Math.abs(previous)) };
}

const round = (ratio: number) => Math.round(ratio * 10_000) / 10_000;
