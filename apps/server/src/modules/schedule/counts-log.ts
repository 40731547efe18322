import { randomBytes } from 'node:crypto';
import type { SessionCounts } from '#platform/events/session-events.ts';

/** Sessions remembered at most; whoever missed more gets a snapshot. */
const LIMIT = 5_000;

interface CountsEvent {
  sessionId: string;
  position: number;
  /** As server-sent event. */
  frame: string;
}

/** Events up to a position of the log, encoded once for all clients who miss the same. */
export class EventBatch {
  readonly upTo: number;
  readonly #events: readonly CountsEvent[];
  #all: Buffer | undefined;

  constructor(upTo: number, events: readonly CountsEvent[]) {
    this.upTo = upTo;
    this.#events = events;
  }

  /** The events of these sessions, or of all. */
  encode(sessionIds?: ReadonlySet<string>): Buffer {
    if (sessionIds) return bytesOf(this.#events.filter((event) => sessionIds.has(event.sessionId)));
    this.#all ??= bytesOf(this.#events);
    return this.#all;
  }
}

const bytesOf = (events: readonly CountsEvent[]) => Buffer.from(events.map(({ frame }) => frame).join(''));

/**
 * The newest counts of every session that changed, in the order of change.
 *
 * Older counts of the same session are of no use to anybody, so one entry per session replaces both a history for those
 * who resume and a queue for those who read slowly.
 */
export class CountsLog {
  /** Positions mean something in this process only. */
  readonly #epoch = randomBytes(6).toString('hex');
  readonly #limit: number;
  readonly #newest = new Map<string, CountsEvent>();
  #last = 0;
  /** What happened up to here is not known completely any more. */
  #forgotten = 0;
  #batch: { after: number; batch: EventBatch } | undefined;

  constructor(limit = LIMIT) {
    this.#limit = limit;
  }

  get last(): number {
    return this.#last;
  }

  append(counts: SessionCounts): void {
    this.#last += 1;
    // Deleted first, because a map keeps the place of a key that is set again.
    this.#newest.delete(counts.sessionId);
    this.#newest.set(counts.sessionId, this.event(counts, this.#last));
    const [oldest] = this.#newest.values();
    if (this.#newest.size <= this.#limit || !oldest) return;
    this.#newest.delete(oldest.sessionId);
    this.#forgotten = oldest.position;
  }

  /** Everything after a position; undefined when that is no longer known. */
  since(position: number): EventBatch | undefined {
    if (position < this.#forgotten) return undefined;
    if (this.#batch?.after !== position || this.#batch.batch.upTo !== this.#last) {
      const events = [...this.#newest.values()].filter((event) => event.position > position);
      this.#batch = { after: position, batch: new EventBatch(this.#last, events) };
    }
    return this.#batch.batch;
  }

  /** Events were missed: nobody can go on from where they are. */
  forget(): void {
    this.#last += 1;
    this.#forgotten = this.#last;
    this.#newest.clear();
  }

  /** The event that tells these counts and that the client is at `position`. */
  event(counts: SessionCounts, position: number): CountsEvent {
    const frame = `id: ${this.idOf(position)}\nevent: session.counts\ndata: ${JSON.stringify(counts)}\n\n`;
    return { sessionId: counts.sessionId, position, frame };
  }

  /** The event id of a position. */
  idOf(position: number): string {
    return `${this.#epoch}-${position}`;
  }

  /** The position of an event id; undefined when another process gave it out, or nobody. */
  positionOf(id: string): number | undefined {
    const [epoch, digits = ''] = id.split('-');
    const position = /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
    return epoch === this.#epoch && position !== undefined && position <= this.#last ? position : undefined;
  }
}
