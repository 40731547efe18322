/** The fields that differ, as an audit row wants them. */
export interface ChangedFields<T> {
  before: Partial<T>;
  after: Partial<T>;
}

/** What `change` really changes of `row`; null when nothing. Fields that are undefined in `change` were not given. */
export function changedFields<T extends object>(row: T, change: Partial<T>): ChangedFields<T> | null {
  const names = (Object.keys(change) as (keyof T)[]).filter(
    // As JSON, because to structural equality all instants are the same empty object.
    (name) => change[name] !== undefined && JSON.stringify(change[name]) !== JSON.stringify(row[name]),
  );
  return names.length > 0 ? { before: pick(row, names), after: pick(change, names) } : null;
}

function pick<T extends object>(from: Partial<T>, names: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<T>;
}
