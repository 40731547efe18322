import type { Database } from '#platform/db/database.ts';

/** By id. */
export type ClassNames = ReadonlyMap<string, string>;

/** The names of all classes, deleted ones included: what was sold may be limited to them. */
export async function findClassNames(db: Database): Promise<ClassNames> {
  const rows = await db.selectFrom('classTypes').select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The names beside the ids in a file; nothing for "every class". */
export function nameClasses(names: ClassNames, ids: readonly string[] | null): string | undefined {
  return ids?.map((id) => names.get(id) ?? id).join(', ');
}
