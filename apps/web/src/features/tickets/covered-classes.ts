import type { ClassType } from '#lib/api/types.ts';

/**
 * Names of the classes that a ticket is limited to, in the order of the catalogue.
 *
 * @param classIds null: every class
 * @returns null when there is no limit, or none of its classes is in the catalogue any more
 */
export function coveredClasses(
  classIds: readonly string[] | null,
  classes: readonly Pick<ClassType, 'id' | 'name'>[],
): string[] | null {
  const names = classes.filter(({ id }) => classIds?.includes(id)).map(({ name }) => name);
  return names.length > 0 ? names : null;
}
