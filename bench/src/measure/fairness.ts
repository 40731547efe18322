/**
 * How far the order of places is from the order of arrival: the longest time by which somebody came later and is
 * nevertheless placed before another.
 *
 * @param sentAtMs when each member asked, in the order of their places
 * @returns milliseconds; 0 when everybody is placed as they came
 */
export function worstOvertakingMs(sentAtMs: Iterable<number>): number {
  let latestBefore = 0;
  let worst = 0;
  for (const sentAt of sentAtMs) {
    worst = Math.max(worst, latestBefore - sentAt);
    latestBefore = Math.max(latestBefore, sentAt);
  }
  return worst;
}
