import { isEmail, isName } from '#modules/identity/index.ts';
import type { DayOrder, ImportField, Mapping } from './import-fields.ts';
import type { CsvRecord } from './read-csv.ts';

/** What is wrong with one field of a row. */
export interface RowError {
  field: ImportField;
  code: RowErrorCode;
}

export const rowErrorCodes = [
  'required',
  'email_invalid',
  'name_invalid',
  'locale_unknown',
  'plan_unknown',
  'entries_invalid',
  'day_invalid',
  'day_past',
  'ends_before_start',
] as const;
export type RowErrorCode = (typeof rowErrorCodes)[number];

/** A row as far as it makes sense by itself. Texts that are missing are empty. */
export interface ImportRow {
  line: number;
  email: string;
  name: string;
  locale: string;
  plan: string;
  /** null: unlimited; undefined: not said */
  entries: number | null | undefined;
  validFrom: Temporal.PlainDate | undefined;
  /** The last day. */
  validUntil: Temporal.PlainDate | undefined;
  errors: readonly RowError[];
}

const MAX_ENTRIES = 1_000;
const UNLIMITED = /^(∞|unlimited|unbegrenzt|ilimitado|neomejeno)$/i;

/** Reads one row by the mapping; what is wrong with it is part of the answer. */
export function parseRow({ line, values }: CsvRecord, mapping: Mapping, dayOrder: DayOrder): ImportRow {
  const errors: RowError[] = [];
  const text = (field: ImportField) => {
    const column = mapping[field];
    return column === undefined ? '' : (values[column] ?? '');
  };
  const read = <T>(field: ImportField, code: RowErrorCode, parse: (value: string) => T | null): T | undefined => {
    const value = text(field);
    if (value === '') return undefined;
    const parsed = parse(value);
    if (parsed === null) errors.push({ field, code });
    return parsed ?? undefined;
  };
  const email = text('email');
  if (email === '') errors.push({ field: 'email', code: 'required' });
  else if (!isEmail(email)) errors.push({ field: 'email', code: 'email_invalid' });
  const name = text('name') || [text('firstName'), text('lastName')].filter(Boolean).join(' ');
  if (name !== '' && !isName(name)) errors.push({ field: nameField(mapping), code: 'name_invalid' });
  const day = (value: string) => parseDay(value, dayOrder);
  return {
    line,
    email,
    name,
    locale: text('locale').toLowerCase(),
    plan: text('plan'),
    entries: UNLIMITED.test(text('entries')) ? null : read('entries', 'entries_invalid', parseEntries),
    validFrom: read('validFrom', 'day_invalid', day),
    validUntil: read('validUntil', 'day_invalid', day),
    errors,
  };
}

/** The field that a name is missing or wrong in. */
export const nameField = ({ name, firstName, lastName }: Mapping): ImportField =>
  name === undefined && (firstName ?? lastName) !== undefined ? 'firstName' : 'name';

function parseEntries(text: string): number | null {
  const entries = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return entries >= 1 && entries <= MAX_ENTRIES ? entries : null;
}

/** A day such as `2026-11-30`, or `30. 11. 2026` and `11/30/2026` by the order; a time behind it is ignored. */
export function parseDay(text: string, order: DayOrder): Temporal.PlainDate | null {
  const parts = /^(\d{1,4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,4})\.?(?:[T\s].*)?$/.exec(text)?.slice(1);
  if (!parts) return null;
  const [first = '', second = '', third = ''] = parts;
  const digits =
    first.length === 4 ? [first, second, third] : order === 'dmy' ? [third, second, first] : [third, first, second];
  if (digits[0]?.length !== 4) return null;
  const [year = 0, month = 0, day = 0] = digits.map(Number);
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
