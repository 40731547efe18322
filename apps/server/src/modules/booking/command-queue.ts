import type { Decision, SeatCommand } from './seat-command.ts';

/** A command on its way, and how to answer it. */
export interface PendingCommand {
  command: SeatCommand;
  /** Milliseconds of `performance.now()`. */
  queuedAt: number;
  resolve: (decision: Decision) => void;
  reject: (error: unknown) => void;
}

/**
 * Commands waiting for a lane: in arrival order per session, and sessions in turn.
 *
 * A session whose commands are being worked on is not given to a second lane, so its order holds; and a session that is stampeded
 * fills at most one batch before the others get theirs.
 */
export class CommandQueue {
  readonly #bySession = new Map<string, PendingCommand[]>();
  readonly #ready = new Set<string>();
  readonly #busy = new Set<string>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get hasReady(): boolean {
    return this.#ready.size > 0;
  }

  push(pending: PendingCommand): void {
    const { sessionId } = pending.command;
    const waiting = this.#bySession.get(sessionId);
    if (waiting) waiting.push(pending);
    else this.#bySession.set(sessionId, [pending]);
    if (!this.#busy.has(sessionId)) this.#ready.add(sessionId);
    this.#size += 1;
  }

  /** Takes up to `limit` commands; their sessions stay with the caller until `release`. */
  take(limit: number): PendingCommand[] {
    const batch: PendingCommand[] = [];
    for (const sessionId of this.#ready) {
      if (batch.length >= limit) break;
      const waiting = this.#bySession.get(sessionId) ?? [];
      batch.push(...waiting.splice(0, limit - batch.length));
      if (waiting.length === 0) this.#bySession.delete(sessionId);
      this.#ready.delete(sessionId);
      this.#busy.add(sessionId);
    }
    this.#size -= batch.length;
    return batch;
  }

  /** Gives the sessions of a finished batch back; those with more to do go to the end of the line. */
  release(batch: readonly PendingCommand[]): void {
    for (const { command } of batch) {
      if (this.#busy.delete(command.sessionId) && this.#bySession.has(command.sessionId))
        this.#ready.add(command.sessionId);
    }
  }
}
