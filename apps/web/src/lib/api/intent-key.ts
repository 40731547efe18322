import { randomKey } from './random-key.ts';

/**
 * The `Idempotency-Key` of what a user wants right now.
 *
 * It stays while it is unknown whether the request took effect, so that pressing again cannot do it twice; it changes with
 * a definite answer, and with what is wanted.
 */
export class IntentKey {
  #current: { key: string; wanted: string } | null = null;

  for(input: unknown): string {
    const wanted = JSON.stringify(input) ?? '';
    if (this.#current?.wanted !== wanted) this.#current = { key: randomKey(), wanted };
    return this.#current.key;
  }

  /** The API has answered: the next request is a new wish. */
  settle(): void {
    this.#current = null;
  }
}
