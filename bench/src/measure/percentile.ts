/** The smallest value that at least this share (0 to 1) of all values do not exceed; NaN of nothing. */
export function percentile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: Iterable<number>): number {
  return percentile(values, 0.5);
}

/** Half, ninety-nine of a hundred, and all were at most this. */
export function spreadOf(values: Iterable<number>) {
  const all = Float64Array.from(values);
  return { p50: percentile(all, 0.5), p99: percentile(all, 0.99), max: percentile(all, 1) };
}

/** The middle and the slow end of how long answers took, in milliseconds. */
export function timesOf(samples: readonly { ms: number }[]): [p50: number, p95: number] {
  const times = samples.map(({ ms }) => ms);
  return [percentile(times, 0.5), percentile(times, 0.95)];
}
