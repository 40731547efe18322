import { Readable } from 'node:stream';
import type { EventBatch } from './counts-log.ts';

/** Bytes that may wait for a slow reader, besides those in the kernel. */
const BUFFER_BYTES = 16 * 1024;
const HEARTBEAT = ':\n\n';

/** Where a client's events come from. */
export interface EventSource {
  /** Everything after a position; undefined when that is not known. */
  since(position: number): EventBatch | undefined;
  /** The counts of all sessions, for those who cannot go on from where they were. */
  snapshot(): Promise<EventBatch>;
}

export interface StreamClientOptions {
  /** Undefined: starts with a snapshot. */
  position: number | undefined;
  /** Only these sessions. */
  sessionIds?: ReadonlySet<string>;
  /** Sent before anything else. */
  opening: string;
}

/**
 * One client's stream of `session.counts`.
 *
 * It holds a position, not a queue: while the reader is slow nothing is added, and when it reads again it gets the newest
 * counts of whatever changed meanwhile.
 */
export class StreamClient extends Readable {
  readonly #source: EventSource;
  readonly #sessionIds: ReadonlySet<string> | undefined;
  #position: number | undefined;
  #loading = false;
  /** Since when the buffer is full; undefined while there is room. */
  #stalledSince: number | undefined;

  constructor(source: EventSource, { position, sessionIds, opening }: StreamClientOptions) {
    super({ highWaterMark: BUFFER_BYTES });
    this.#source = source;
    this.#sessionIds = sessionIds;
    this.#position = position;
    this.push(opening);
  }

  override _read(): void {
    this.#stalledSince = undefined;
    this.flush();
  }

  /** Sends what is new, if the reader keeps up. */
  flush(): void {
    if (this.#stalledSince !== undefined || this.#loading || this.destroyed) return;
    const batch = this.#position === undefined ? undefined : this.#source.since(this.#position);
    if (batch) this.#send(batch);
    else void this.#sendSnapshot();
  }

  /** Shows that the connection lives, or ends it when the buffer has been full for longer than `stallMs`. */
  beat(now: number, stallMs: number): void {
    if (this.#stalledSince === undefined) this.#write(HEARTBEAT);
    else if (now - this.#stalledSince > stallMs) this.destroy();
  }

  /** Ends the stream; neither a reader that does not keep up nor a snapshot under way is waited for. */
  end(): void {
    if (this.#stalledSince === undefined && !this.#loading) this.push(null);
    else this.destroy();
  }

  #send(batch: EventBatch): void {
    if (batch.upTo === this.#position) return;
    this.#position = batch.upTo;
    const bytes = batch.encode(this.#sessionIds);
    if (bytes.length > 0) this.#write(bytes);
  }

  async #sendSnapshot(): Promise<void> {
    this.#loading = true;
    try {
      const snapshot = await this.#source.snapshot();
      if (!this.destroyed) this.#send(snapshot);
    } catch {
      // The client comes back with the same position and asks again.
      this.destroy();
    } finally {
      this.#loading = false;
    }
    this.flush();
  }

  #write(chunk: Buffer | string): void {
    if (!this.push(chunk)) this.#stalledSince = performance.now();
  }
}
