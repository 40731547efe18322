import { LRUCache } from 'lru-cache';

/** Tells about changes; the process's `Listener` is one. */
interface ChangeSource {
  on(event: 'notification' | 'gap', heard: () => void): unknown;
}

/** Longest life of an answer, for what no notification announces: the passing of time, a listener that is away. */
const MAX_AGE_MS = 1_000;
const MAX_ENTRIES = 500;
/**
 * A key rests this many times as long as its last load took, so that a stampede of changes spends at most a fifth of
 * the time on reading it again. Loads that slow down under pressure thin themselves out.
 */
const REST_FACTOR = 4;
const MAX_REST_MS = 100;

/**
 * Answers that everybody asks for, kept until something changes.
 *
 * A read never gets an answer older than the last change this process had heard of when the read began: while changes
 * come faster than answers can be loaded, reads wait for the next load together (at most one runs per key, one waits).
 */
export class ScheduleCache<V> {
  readonly #entries = new LRUCache<string, Entry<V>>({ max: MAX_ENTRIES });
  #version = 0;

  /** The answer kept under `key`, otherwise what `load` gives. An error is not kept. */
  read(key: string, load: () => Promise<V>): Promise<V> {
    const current = this.#entries.get(key);
    if (current && current.version >= this.#version && performance.now() < current.expiresAt) return current.answer;
    const next = new Entry(load, () => this.#version, current);
    this.#entries.set(key, next);
    next.answer.catch(() => {
      if (this.#entries.peek(key) === next) this.#entries.delete(key);
    });
    return next.answer;
  }

  /** Everything loaded, or being loaded, before this moment may be out of date. */
  invalidate(): void {
    this.#version += 1;
  }

  /** Invalidates with every notification, and when some may have been missed. */
  follow(changes: ChangeSource): this {
    changes.on('notification', () => this.invalidate());
    changes.on('gap', () => this.invalidate());
    return this;
  }
}

class Entry<V> {
  readonly answer: Promise<V>;
  /** Changes known when the load began; infinite until it begins, since it will see all of them. */
  version = Number.POSITIVE_INFINITY;
  /** Infinite while loading: under overload a second load of the same would only slow down the first. */
  expiresAt = Number.POSITIVE_INFINITY;
  #restUntil = 0;

  constructor(load: () => Promise<V>, currentVersion: () => number, previous: Entry<V> | undefined) {
    this.answer = this.#run(load, currentVersion, previous);
  }

  async #run(load: () => Promise<V>, currentVersion: () => number, previous: Entry<V> | undefined): Promise<V> {
    if (previous) await previous.rested();
    this.version = currentVersion();
    const startedAt = performance.now();
    try {
      return await load();
    } finally {
      const now = performance.now();
      this.expiresAt = startedAt + MAX_AGE_MS;
      this.#restUntil = now + Math.min((now - startedAt) * REST_FACTOR, MAX_REST_MS);
    }
  }

  /** Resolves when the load has ended, in whatever way, and the key had its rest. */
  async rested(): Promise<void> {
    await this.answer.catch(() => {});
    const wait = this.#restUntil - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
