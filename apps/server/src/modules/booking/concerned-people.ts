import type { Concerned, Effect } from './consequences.ts';

/** Somebody and what a change means to them, in one session or in several alike. */
export interface ConcernedPerson extends Concerned {
  sessionCount: number;
}

/** Everybody once for each thing that happens to them, however many sessions it happens in; the session is the first of them. */
export function groupByPerson(concerned: readonly Concerned[]): ConcernedPerson[] {
  const people = new Map<string, ConcernedPerson>();
  for (const one of concerned) {
    const key = [one.userId, one.effect, one.reason].join();
    const person = people.get(key);
    if (person) person.sessionCount += 1;
    else people.set(key, { ...one, sessionCount: 1 });
  }
  return [...people.values()];
}

/** How many members each effect concerns. */
export function countEffects(concerned: readonly Concerned[]): { effect: Effect; count: number }[] {
  const members = new Map<Effect, Set<string>>();
  for (const { effect, userId } of concerned) members.set(effect, (members.get(effect) ?? new Set()).add(userId));
  return [...members].map(([effect, { size }]) => ({ effect, count: size }));
}
