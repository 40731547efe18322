import type { PendingCommand } from './command-queue.ts';
import type { Decision } from './seat-command.ts';

/**
 * Answers of committed batches on their way out.
 *
 * To answer a batch and to read what its callers send next takes as long as to save one. So answers go out while the database is
 * busy saving the next batch, not while it waits for us to send that: a third more bookings per second (bench `hot`).
 */
export class OutgoingAnswers {
  #waiting: (() => void)[] = [];

  /** Adds what was decided about a batch, once it is committed. */
  add(batch: readonly PendingCommand[], decisions: readonly Decision[]): void {
    batch.forEach(({ resolve }, i) => {
      const decision = decisions[i];
      if (decision) this.#waiting.push(() => resolve(decision));
    });
  }

  /** Answers everybody. */
  send(): void {
    const answers = this.#waiting;
    this.#waiting = [];
    for (const answer of answers) answer();
  }

  /** Answers everybody after this many milliseconds at the latest: the next batch may be waiting for a lock. */
  sendWithin(ms: number): void {
    if (this.#waiting.length > 0) setTimeout(() => this.send(), ms);
  }
}
