import { invalidField } from './app-error.ts';
import { formats } from './formats.ts';

/**
 * Encodes the sort key of a page's last row. Opaque to clients, so that the order of a list can change without breaking them.
 */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** What a part of a sort key has to be before it may reach the database; a cursor is text of the caller's. */
const parts = {
  text: () => true,
  number: (text: string) => /^\d{1,15}$/.test(text),
  id: (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  instant: formats['date-time'],
  day: (text: string) => formats['date-time']?.(`${text}T00:00Z`) ?? false,
} satisfies Record<string, ((text: string) => boolean) | undefined>;

/**
 * The sort key that `encodeCursor` wrote. Name the kind of each part, or their number when the caller checks them.
 *
 * @throws AppError `validation_failed` when the text is not such a cursor
 */
export function decodeCursor(cursor: string, shape: number | readonly (keyof typeof parts)[]): string[] {
  const kinds = typeof shape === 'number' ? Array<'text'>(shape).fill('text') : shape;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === kinds.length) {
      const texts = key.map(String);
      if (kinds.every((kind, i) => parts[kind]?.(texts[i] ?? ''))) return texts;
    }
  } catch {
    // Falls through: whatever is wrong with it, the caller is told the same.
  }
  throw invalidField('cursor', 'is not one that this list gave out');
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
