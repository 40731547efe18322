/** A figure beside that of the period before. */
export interface Figure {
  value: number;
  previous: number;
  /** In parts of the earlier value; null when that was nothing. */
  change: number | null;
}

/** How a figure has changed: its words are chosen by `kind`, its number is a share without a sign. */
export type Change = { kind: 'more' | 'less'; by: number } | { kind: 'same' | 'fromNothing' };

/** From nothing there is no share: what came of it is said instead. */
export function describeChange({ value, previous, change }: Figure): Change {
  if (value === previous) return { kind: 'same' };
  if (change === null) return { kind: 'fromNothing' };
  return { kind: value > previous ? 'more' : 'less', by: Math.abs(change) };
}
