import { setTimeout as sleep } from 'node:timers/promises';

interface WaitOptions {
  timeoutMs: number;
  intervalMs?: number;
}

/** Asks until the answer is true; false when it was not within `timeoutMs`. */
export async function waitUntil(
  isMet: () => Promise<boolean> | boolean,
  { timeoutMs, intervalMs = 25 }: WaitOptions,
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (!(await isMet())) {
    if (performance.now() > deadline) return false;
    await sleep(intervalMs);
  }
  return true;
}
