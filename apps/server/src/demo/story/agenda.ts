const { compare } = Temporal.Instant;

/**
 * What will happen, and when. Time advances by beats, at each of which everything happens that was due since the last;
 * things may be added for later while it does.
 */
export class Agenda<T> {
  readonly #beats: readonly Temporal.Instant[];
  readonly #due: T[][];

  /** @param beats in their order */
  constructor(beats: readonly Temporal.Instant[]) {
    this.#beats = beats;
    this.#due = beats.map(() => []);
  }

  /** For the first beat not before `at`; what would come after the last beat never happens. */
  add(at: Temporal.Instant, item: T): void {
    let low = 0;
    let high = this.#beats.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const beat = this.#beats[middle];
      if (beat && compare(beat, at) < 0) low = middle + 1;
      else high = middle;
    }
    this.#due[low]?.push(item);
  }

  /** The beats at which something happens. What is added for the present beat meanwhile is too late for it. */
  *[Symbol.iterator](): Generator<[at: Temporal.Instant, items: readonly T[]]> {
    for (const [index, at] of this.#beats.entries()) {
      const items = this.#due[index] ?? [];
      if (items.length > 0) yield [at, [...items]];
    }
  }
}
