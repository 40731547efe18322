/**
 * Records of one kind by id, in the order they were made. Records are never changed in place: an update stores a new
 * object, so that whoever holds an older one (an event payload) keeps what was true at that time.
 */
export class Collection<T extends { id: string }> {
  readonly #items: Map<string, T>;
  readonly #changed: () => void;

  constructor(items: Iterable<T>, changed: () => void) {
    this.#items = new Map(Array.from(items, (item) => [item.id, item]));
    this.#changed = changed;
  }

  get(id: string): T | undefined {
    return this.#items.get(id);
  }

  put(item: T): T {
    this.#items.set(item.id, item);
    this.#changed();
    return item;
  }

  /** Replaces some fields. Throws for an unknown id: the caller has just read it, so that would be a bug here. */
  update(id: string, patch: Partial<T>): T {
    const item = this.#items.get(id);
    if (!item) throw new Error(`No record ${id} to update.`);
    return this.put({ ...item, ...patch });
  }

  delete(id: string): void {
    if (this.#items.delete(id)) this.#changed();
  }

  oldestFirst(): T[] {
    return [...this.#items.values()];
  }

  newestFirst(): T[] {
    return this.oldestFirst().reverse();
  }

  toJSON(): T[] {
    return this.oldestFirst();
  }
}
