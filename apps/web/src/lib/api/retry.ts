import { isProblem, isWorthRetrying } from '@openmat/api-client';

const MAX_RETRIES = 3;
const MAX_DELAY_MS = 8_000;

/** Whether to send a request again after so many failures; a refusal stays a refusal. */
export function shouldRetry(failures: number, error: Error): boolean {
  return failures < MAX_RETRIES && isWorthRetrying(error);
}

/** How long to wait before that, in milliseconds: what the API asked for, otherwise twice as long each time. */
export function retryDelay(failures: number, error: Error): number {
  const asked = isProblem(error) ? error.retryAfterSeconds : null;
  return asked === null ? Math.min(500 * 2 ** failures, MAX_DELAY_MS) : asked * 1_000;
}
