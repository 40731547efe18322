let kept = '';

/**
 * The e-mail that somebody typed into one form before they went to another, e.g. from signing up to signing in. In memory
 * only: an address in a URL ends up in histories and logs.
 */
export function keptEmail(): string {
  return kept;
}

/** Keeps an e-mail for the next form; an empty one forgets it. */
export function keepEmail(email: string): void {
  kept = email;
}
