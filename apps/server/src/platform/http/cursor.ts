import { AppError } from './app-error.ts';

/**
 * Encodes the sort key of a page's last row. Opaque to clients, so that the order of a list can change without breaking them.
 */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The sort key that `encodeCursor` wrote.
 *
 * @throws AppError `validation_failed` when the text is not a cursor with `length` parts
 */
export function decodeCursor(cursor: string, length: number): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === length) return key.map(String);
  } catch {
    // Falls through: whatever is wrong with it, the caller is told the same.
  }
  throw new AppError('validation_failed', {
    detail: 'cursor: is not one that this list gave out',
    errors: [{ field: 'cursor', message: 'is not one that this list gave out' }],
  });
}

/** Cuts a page out of rows that were read with one more than `limit`. */
export function page<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  key: (row: Row) => readonly (string | number)[],
): { items: Item[]; nextCursor: string | null } {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(toItem), nextCursor: last ? encodeCursor(key(last)) : null };
}
