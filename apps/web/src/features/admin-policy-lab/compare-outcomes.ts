/** What is compared, in the order of the table. */
export const measures = [
  'fillRate',
  'booked',
  'capacity',
  'lateCancels',
  'forfeitedEntries',
  'placedFromList',
  'unplaced',
] as const;

export type Measure = (typeof measures)[number];
export type Outcome = { sessions: number } & Record<Exclude<Measure, 'fillRate'>, number> & { fillRate: number | null };

export interface Comparison {
  measure: Measure;
  actual: number | null;
  unchanged: number | null;
  changed: number | null;
  /** Between the two replays; null where one of them says nothing. */
  difference: number | null;
  /** The same in parts of the first; null of nothing, and of shares, whose difference is in points. */
  change: number | null;
}

/**
 * How the replay under other rules differs from the one under the present rules. What happened stands beside it, but is not
 * what it is compared with: a replay leaves out things that happened, in both cases the same.
 */
export function compareOutcomes(answer: Record<'actual' | 'unchanged' | 'changed', Outcome>): Comparison[] {
  return measures.map((measure) => {
    const [actual, unchanged, changed] = [answer.actual, answer.unchanged, answer.changed].map((each) => each[measure]);
    const difference = unchanged == null || changed == null ? null : changed - unchanged;
    const isRelative = measure !== 'fillRate' && difference !== null && unchanged !== 0;
    return {
      measure,
      actual: actual ?? null,
      unchanged: unchanged ?? null,
      changed: changed ?? null,
      difference,
      change: isRelative ? difference / Number(unchanged) : null,
    };
  });
}
