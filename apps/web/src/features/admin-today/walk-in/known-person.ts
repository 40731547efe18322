import type { Person } from '#lib/api/types.ts';

/** Somebody at the desk; of whoever showed a code no more than the name is known. */
export type KnownPerson = Pick<Person, 'id' | 'name'> & Partial<Person>;
