const DAY_MS = 24 * 60 * 60 * 1_000;

/** What is wrong with a first and a last day, both counted; null when nothing is, or when one of them is missing. */
export function refuseDays(from: string, to: string, maxDays: number): 'toBeforeFrom' | 'tooLong' | null {
  if (!from || !to) return null;
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days < 1) return 'toBeforeFrom';
  return days > maxDays ? 'tooLong' : null;
}
