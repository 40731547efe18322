/** For so long after it was last seen, the same code is the same person who has not put their phone away yet. */
const SAME_PERSON_MS = 3_000;

/** Lets a code through once while it stays in front of the camera; another one at once. */
export class ScanGate {
  #last: { text: string; at: number } | null = null;

  /** @param at milliseconds of any steady clock */
  isNew(text: string, at: number): boolean {
    const isSame = this.#last?.text === text && at - this.#last.at < SAME_PERSON_MS;
    this.#last = { text, at };
    return !isSame;
  }

  /** The last one could not be dealt with: it counts as new when it is seen again. */
  forget(): void {
    this.#last = null;
  }
}
