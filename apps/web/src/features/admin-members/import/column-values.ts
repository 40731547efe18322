import type { ImportRequest } from '#lib/api/types.ts';
import type { ChosenFile } from './use-import.ts';

type Mapping = ImportRequest['mapping'];

export const personFields = ['email', 'name', 'firstName', 'lastName', 'locale'] as const;
export const ticketFields = ['plan', 'entries', 'validFrom', 'validUntil'] as const;
const fields = [...personFields, ...ticketFields];

/** What the form of the columns holds: for each field the name of a column, empty when the file has none. */
export interface ColumnValues {
  mapping: Record<keyof Mapping, string>;
  dayOrder: 'dmy' | 'mdy';
  invite: boolean;
}

/**
 * The form at first.
 *
 * @param suggested by the names of the columns
 * @param chosen what was sent before, which counts more
 */
export function columnValues(suggested: Partial<Mapping>, chosen?: ImportRequest): ColumnValues {
  const mapping = chosen?.mapping ?? suggested;
  return {
    mapping: Object.fromEntries(fields.map((field) => [field, mapping[field] ?? ''])) as ColumnValues['mapping'],
    dayOrder: chosen?.dayOrder ?? 'dmy',
    invite: chosen?.invite ?? false,
  };
}

/** The same for the API, which takes no empty names. */
export function importRequest(
  { name: fileName, csv }: Pick<ChosenFile, 'name' | 'csv'>,
  { mapping, dayOrder, invite }: ColumnValues,
): ImportRequest {
  const given = Object.entries(mapping).filter(([, column]) => column !== '');
  return { fileName, csv, mapping: { email: mapping.email, ...Object.fromEntries(given) }, dayOrder, invite };
}
