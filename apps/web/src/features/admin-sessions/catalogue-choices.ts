interface Choice {
  id: string;
  name: string;
}

/** What can be chosen, and what is chosen already even if it is no longer offered: a form must not lose it. */
export function withOwnChoice(offered: readonly Choice[], own: Choice | undefined): readonly Choice[] {
  return !own || offered.some(({ id }) => id === own.id) ? offered : [...offered, own];
}
