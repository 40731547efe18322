/** Types of the columns that the engine writes. */
export type ColumnType = 'uuid' | 'text' | 'int4' | 'bool' | 'timestamptz' | 'jsonb' | 'inet';

const QUOTED: ReadonlySet<ColumnType> = new Set(['text', 'jsonb', 'inet']);

/**
 * The values of a column as a parameter for `$1::type[]`.
 *
 * Values that never need quotes are joined to an array literal, and an instant that many rows share is written out once: `pg` would look
 * for quotes in every element, at a tenth of the engine's time (bench `hot`).
 */
export function columnOf(type: ColumnType, values: readonly unknown[]): unknown {
  if (QUOTED.has(type)) return values;
  return `{${(type === 'timestamptz' ? instantTexts(values) : values.map(textOf)).join()}}`;
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? 'NULL' : String(value);
}

function instantTexts(values: readonly unknown[]): string[] {
  let last: unknown;
  let text = 'NULL';
  return values.map((value) => {
    if (value !== last) {
      last = value;
      text = textOf(value);
    }
    return text;
  });
}
