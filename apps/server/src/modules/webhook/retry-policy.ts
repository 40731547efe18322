/**
 * How long a receiver may be away before a delivery is given up: about a day.
 *
 * The wait before attempt n + 1 is drawn from the upper half of 10 s doubled n - 1 times, and never more than 2 h. On average
 * the first ten waits take 2.1 h together and the eleven after them 2 h each: 24 h from the first to the 22nd attempt.
 */
export const MAX_ATTEMPTS = 22;
export const RETRY_DELAY_SECONDS = 10;
export const RETRY_DELAY_MAX_SECONDS = 7_200;

/** The longest wait after so many attempts, in seconds. */
export function longestWaitAfter(attempts: number): number {
  return Math.min(RETRY_DELAY_MAX_SECONDS, RETRY_DELAY_SECONDS * 2 ** Math.max(0, attempts - 1));
}
